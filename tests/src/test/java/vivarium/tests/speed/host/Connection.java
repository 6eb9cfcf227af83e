package vivarium.tests.speed.host;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;

/** A browser's connection, which it keeps for one request after the other. */
final class Connection {
  private final Socket socket;
  private final Wire wire;

  Connection(Socket socket, Wire wire) {
    this.socket = socket;
    this.wire = wire;
  }

  /** Answers until the browser hangs up. */
  void serve(HostedFiles files) throws IOException {
    socket.setTcpNoDelay(true);
    long shaken = wire.roundTripFrom(System.nanoTime());
    InputStream in = new BufferedInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    while (true) {
      Optional<Request> request;
      try {
        request = Request.read(in);
      } catch (IOException e) {
        wire.send(Answer.failure("400 Bad Request"), out);
        socket.shutdownOutput(); // To hang up on what is unread would take the answer back.
        in.transferTo(OutputStream.nullOutputStream());
        return;
      }
      if (request.isEmpty()) {
        return;
      }
      // A question that came with the handshake travels after it.
      wire.await(wire.roundTripFrom(Math.max(shaken, System.nanoTime())));
      wire.send(files.answer(request.get()), out);
    }
  }
}
