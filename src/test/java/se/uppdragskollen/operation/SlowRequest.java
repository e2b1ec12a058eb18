package se.uppdragskollen.operation;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A request of which the service has only the first half until the test finishes it.
 */
final class SlowRequest implements AutoCloseable {

	private final Socket socket;

	private final byte[] rest;

	private SlowRequest(Socket socket, byte[] rest) {
		this.socket = socket;
		this.rest = rest;
	}

	/** Sends the head and half of the JSON. */
	static SlowRequest post(URI service, String path, String json) throws IOException, InterruptedException {
		Socket socket = new Socket(service.getHost(), service.getPort());
		socket.setSoTimeout(30_000);
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		String head = "POST " + path + " HTTP/1.1\r\nHost: " + service.getAuthority()
				+ "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
				+ "\r\nConnection: close\r\n\r\n";
		socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
		socket.getOutputStream().write(body, 0, body.length / 2);
		socket.getOutputStream().flush();
		Thread.sleep(500);
		return new SlowRequest(socket, Arrays.copyOfRange(body, body.length / 2, body.length));
	}

	/** Sends the rest: the whole answer. */
	String finish() throws IOException {
		this.socket.getOutputStream().write(this.rest);
		this.socket.getOutputStream().flush();
		return new String(this.socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
