import uuid

import comm


class BaseComm:
    def __init__(self, target_name="", data=None, metadata=None, buffers=None, comm_id=None, primary=True, **others):
        self.comm_id = comm_id or uuid.uuid4().hex
        self.target_name = target_name
        self._msg_callback = self._close_callback = None
        comm.get_comm_manager().comms[self.comm_id] = self
        if primary:
            self.publish_msg("comm_open", data, metadata, buffers, target_name=target_name)

    def send(self, data=None, metadata=None, buffers=None):
        self.publish_msg("comm_msg", data, metadata, buffers)

    def close(self, data=None):
        comm.get_comm_manager().comms.pop(self.comm_id, None)
        self.publish_msg("comm_close", data)

    def on_msg(self, callback):
        self._msg_callback = callback

    def on_close(self, callback):
        self._close_callback = callback

    def handle_msg(self, message):
        self._msg_callback(message)


class CommManager:
    def __init__(self):
        self.comms = {}

    def comm_close(self, stream, ident, message):
        self.comms.pop(message["content"]["comm_id"], None)
