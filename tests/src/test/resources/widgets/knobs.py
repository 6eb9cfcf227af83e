"""A widget that knows nothing but comms."""

import comm

SLIDER = {"_model_module": "@jupyter-widgets/controls", "_view_module": "@jupyter-widgets/controls"}


class Knob:
    def __init__(self, value=0, maximum=10, module=None, **state):
        self.value = value
        self.callbacks = []
        modules = {"_model_module": module, "_view_module": module} if module else SLIDER
        state = {
            **modules,
            "_model_name": "IntSliderModel",
            "_view_name": "IntSliderView",
            "_model_module_version": "2.0.0",
            "_view_module_version": "2.0.0",
            "value": value,
            "min": 0,
            "max": maximum,
            **state,
        }
        self.comm = comm.create_comm(
            target_name="jupyter.widget",
            data={"state": state, "buffer_paths": []},
            metadata={"version": "2.1.0"},
        )
        self.comm.on_msg(self._heard)

    def _heard(self, message):
        data = message["content"]["data"]
        if data["method"] == "update" and "value" in data["state"]:
            self.value = data["state"]["value"]
            for callback in self.callbacks:
                callback(self.value)

    def turn(self, value):
        self.value = value
        self.comm.send({"method": "update", "state": {"value": value}, "buffer_paths": []})

    def _repr_mimebundle_(self, **options):
        view = {"version_major": 2, "version_minor": 0, "model_id": self.comm.comm_id}
        return {"text/plain": f"Knob({self.value})", "application/vnd.jupyter.widget-view+json": view}
