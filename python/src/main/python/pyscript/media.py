"""Cameras and microphones. The browser asks the reader before it lends one."""

from pyscript.ffi import to_js


class Device:
    """A camera, a microphone or a loudspeaker."""

    def __init__(self, device):
        self._dom_element = device

    @property
    def id(self):
        return self._dom_element.deviceId

    @property
    def group(self):
        return self._dom_element.groupId

    @property
    def kind(self):
        """`videoinput`, `audioinput` or `audiooutput`."""
        return self._dom_element.kind

    @property
    def label(self):
        """Its name; empty until the reader has allowed a device to be used."""
        return self._dom_element.label

    def __getitem__(self, key):
        return getattr(self, key)

    @classmethod
    async def request_stream(cls, audio=False, video=True):
        """Returns a stream of sound, pictures or both; each is True, or a dictionary of wishes."""
        from pyscript import context

        wishes = to_js({"audio": audio, "video": video})
        return await context.window.navigator.mediaDevices.getUserMedia(wishes)

    @classmethod
    async def load(cls, audio=False, video=True):
        """The same as `request_stream`."""
        return await cls.request_stream(audio, video)

    async def get_stream(self):
        """Returns a stream from this device."""
        kind = self.kind[: -len("input")]
        wishes = {"audio": False, "video": False}
        wishes[kind] = {"deviceId": {"exact": self.id}}
        return await self.request_stream(wishes["audio"], wishes["video"])


async def list_devices():
    """Returns all devices that the browser knows."""
    from pyscript import context

    return [Device(each) for each in await context.window.navigator.mediaDevices.enumerateDevices()]
