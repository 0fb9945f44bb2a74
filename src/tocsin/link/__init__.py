"""Linking: from a View to actors, stories and claims. Pure functions of the View; the order of arrival changes nothing."""
