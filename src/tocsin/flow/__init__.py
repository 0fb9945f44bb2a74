"""The wiring: the only place that knows both the stages and the store."""
