"""Language knowledge as data: loads packs and answers by language code. Imports only the model."""
