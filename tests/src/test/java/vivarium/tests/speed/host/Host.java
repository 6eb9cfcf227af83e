package vivarium.tests.speed.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Serves files over HTTP/1.1 through a link, which all its connections share. */
public final class Host implements AutoCloseable {
  private final ServerSocket listening;
  private final HostedFiles files;
  private final Wire wire;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

  private Host(ServerSocket listening, HostedFiles files, Wire wire) {
    this.listening = listening;
    this.files = files;
    this.wire = wire;
  }

  /** Starts to serve on a free port of this machine. */
  public static Host start(HostedFiles files, Link link) throws IOException {
    ServerSocket listening = new ServerSocket();
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Host host = new Host(listening, files, new Wire(link));
    daemon("host", host::accept);
    return host;
  }

  /** The address of the files, ending in {@code /}. */
  public String url() {
    return "http://127.0.0.1:" + listening.getLocalPort() + "/";
  }

  /** What was answered so far. */
  public Traffic traffic() {
    return wire.traffic();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private void accept() {
    while (true) {
      try {
        Socket socket = listening.accept();
        connections.add(socket);
        daemon("connection", () -> converse(socket));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      new Connection(socket, wire).serve(files);
    } catch (IOException e) {
      // The browser has left, as browsers do; what is not there shows in what it displays.
    } finally {
      connections.remove(socket);
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
