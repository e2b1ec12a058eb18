package se.uppdragskollen.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real mail server on a real socket, that keeps what it takes, and can be as difficult
 * as real ones.
 */
public final class MailServer implements AutoCloseable {

	/** With what the service logs in, where it has to. */
	public static final String LOGIN = "uppdragskollen";

	public static final String PASSWORD = "hemligt-lösenord";

	private final List<MimeMessage> messages = Collections.synchronizedList(new ArrayList<>());

	private final Set<String> refused = ConcurrentHashMap.newKeySet();

	private final Set<String> busy = ConcurrentHashMap.newKeySet();

	private final boolean strict;

	private volatile long slowness;

	private volatile int port;

	private volatile SMTPServer server;

	private volatile ExecutorService threads = Executors.newCachedThreadPool();

	private MailServer(boolean strict) {
		this.strict = strict;
		this.server = start(0);
		this.port = this.server.getPortAllocated();
	}

	/** A server that takes all. */
	public static MailServer open() {
		return new MailServer(false);
	}

	/** A server that demands STARTTLS and a login. */
	static MailServer strict() {
		return new MailServer(true);
	}

	private SMTPServer start(int at) {
		this.threads = Executors.newCachedThreadPool();
		SMTPServer.Builder builder = SMTPServer.port(at)
			.hostName("localhost")
			.executorService(this.threads)
			.messageHandlerFactory((context) -> new Taking());
		if (this.strict) {
			builder.startTlsSocketFactory(certificate()).requireTLS().requireAuth();
			builder.authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((name, password, context) -> {
				if (!name.equals(LOGIN) || !password.equals(PASSWORD)) {
					throw new LoginFailedException();
				}
			}));
		}
		SMTPServer one = builder.build();
		one.start();
		return one;
	}

	public int port() {
		return this.port;
	}

	/** What it has taken. */
	public List<MimeMessage> messages() {
		synchronized (this.messages) {
			return List.copyOf(this.messages);
		}
	}

	/** To whom it has taken something, in order. */
	List<String> recipients() {
		return messages().stream().map((one) -> {
			try {
				return one.getAllRecipients()[0].toString();
			}
			catch (MessagingException ex) {
				throw new IllegalStateException(ex);
			}
		}).sorted().toList();
	}

	/** From now on it takes nothing for this address. */
	public void refuse(String address) {
		this.refused.add(address);
	}

	/** It takes what is for this address again. */
	public void accept(String address) {
		this.refused.remove(address);
	}

	/** For a while it takes nothing for this address. */
	void beBusyFor(String address) {
		this.busy.add(address);
	}

	void beFree() {
		this.busy.clear();
	}

	/** Takes so many milliseconds for each address. */
	void beSlow(long millis) {
		this.slowness = millis;
	}

	/** Answers nobody. */
	public void goDown() {
		this.server.stop();
		this.threads.shutdownNow();
	}

	/** Is there again, at the same port. */
	public void comeUp() {
		this.server = start(this.port);
	}

	@Override
	public void close() {
		goDown();
	}

	/** A key that nobody has signed, for {@code localhost}. */
	private static SSLContext certificate() {
		try {
			Path store = Files.createTempDirectory("mail-server").resolve("key.p12");
			Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
					"-genkeypair", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", "changeit",
					"-keyalg", "RSA", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", "30")
				.redirectErrorStream(true)
				.start();
			process.getInputStream().readAllBytes();
			if (process.waitFor() != 0) {
				throw new IllegalStateException("no key was made");
			}
			KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
			KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			managers.init(keys, "changeit".toCharArray());
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(managers.getKeyManagers(), null, null);
			return context;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Takes one message. */
	private final class Taking implements MessageHandler {

		@Override
		public void from(String address) {
			// Whoever it is from
		}

		@Override
		public void recipient(String address) throws RejectException {
			if (MailServer.this.slowness > 0) {
				try {
					Thread.sleep(MailServer.this.slowness);
				}
				catch (InterruptedException ex) {
					Thread.currentThread().interrupt();
				}
			}
			if (MailServer.this.refused.contains(address)) {
				throw new RejectException(550, "5.1.1 No such person here");
			}
			if (MailServer.this.busy.contains(address)) {
				throw new RejectException(450, "4.2.1 Mailbox busy");
			}
		}

		@Override
		public String data(InputStream content) throws IOException {
			try {
				MailServer.this.messages.add(new MimeMessage(Session.getInstance(new Properties()), content));
			}
			catch (MessagingException ex) {
				throw new IOException(ex);
			}
			return "taken";
		}

		@Override
		public void done() {
			// Nothing is left to do
		}

	}

}
