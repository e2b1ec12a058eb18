package se.uppdragskollen.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.uppdragskollen.audit.AuditChain;

/**
 * A database to back up or to restore into, as its owner: a service's own, running or
 * not, or another.
 */
public final class KeptDatabase implements AutoCloseable {

	private final String url;

	private final String owner;

	private final String password;

	private final @Nullable EmbeddedServer started;

	private final @Nullable DataFolder folder;

	private @Nullable Path unfinished;

	private KeptDatabase(String url, String owner, String password, @Nullable EmbeddedServer started,
			@Nullable DataFolder folder) {
		this.url = url;
		this.owner = owner;
		this.password = password;
		this.started = started;
		this.folder = folder;
	}

	/** A database by its address. */
	public static KeptDatabase at(String url, String owner, String password) {
		return new KeptDatabase(url, owner, password, null, null);
	}

	/**
	 * The database in a data folder: the running service's, or started for as long as
	 * this is open.
	 * @throws CannotRunException when there is none
	 */
	public static KeptDatabase in(Path data, Path cache) throws IOException {
		Path postgres = data.toAbsolutePath().normalize().resolve("postgres");
		if (!Files.isDirectory(data) || !EmbeddedServer.exists(postgres)) {
			throw new CannotRunException("operation.no-database", data.toAbsolutePath());
		}
		DataFolder folder;
		try {
			folder = DataFolder.open(data);
		}
		catch (CannotRunException ex) {
			Integer port = EmbeddedServer.portOf(postgres);
			if (port == null) {
				throw ex;
			}
			return new KeptDatabase(EmbeddedServer.url(port, EmbeddedServer.DATABASE), EmbeddedServer.OWNER,
					Files.readString(EmbeddedServer.secret(postgres)), null, null);
		}
		return start(folder, postgres, cache);
	}

	/**
	 * A new database in a data folder that has none; removed again unless it is kept.
	 * @throws CannotRunException when it has one
	 */
	public static KeptDatabase makeIn(Path data, Path cache) throws IOException {
		DataFolder folder = DataFolder.open(data);
		Path postgres = folder.path().resolve("postgres");
		if (EmbeddedServer.exists(postgres)) {
			folder.close();
			throw new CannotRunException("operation.has-database", folder.path());
		}
		KeptDatabase made = start(folder, postgres, cache);
		made.unfinished = postgres;
		return made;
	}

	/** What was made is wanted. */
	public void keep() {
		this.unfinished = null;
	}

	private static KeptDatabase start(DataFolder folder, Path postgres, Path cache) throws IOException {
		try {
			EmbeddedServer server = EmbeddedServer.start(postgres, cache, true);
			return new KeptDatabase(server.url(EmbeddedServer.DATABASE), EmbeddedServer.OWNER, server.password(),
					server, folder);
		}
		catch (IOException ex) {
			folder.close();
			throw ex;
		}
	}

	/** Its log of who did what. */
	public AuditChain chain() {
		DriverManagerDataSource source = new DriverManagerDataSource(this.url, this.owner, this.password);
		return new AuditChain(JdbcClient.create(source));
	}

	Connection connect() throws SQLException {
		return DriverManager.getConnection(this.url, this.owner, this.password);
	}

	String url() {
		return this.url;
	}

	String owner() {
		return this.owner;
	}

	String password() {
		return this.password;
	}

	@Override
	public void close() throws IOException {
		if (this.started != null) {
			this.started.close();
		}
		if (this.unfinished != null) {
			DataFolder.delete(this.unfinished);
		}
		if (this.folder != null) {
			this.folder.close();
		}
	}

}
