package se.uppdragskollen.operation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Fills an empty database from a backup: all of it or nothing. The file is checked whole
 * before the database is touched.
 */
public final class Restore {

	private final KeptDatabase database;

	private final Path file;

	private final String application;

	private Restore(KeptDatabase database, Path file, String application) {
		this.database = database;
		this.file = file;
		this.application = application;
	}

	/**
	 * Restores a backup.
	 * @param database without rows
	 * @param application the service's own login in that database
	 * @return how many rows there are now
	 * @throws CannotRunException when the file is damaged or the database is not empty
	 */
	public static long read(KeptDatabase database, Path file, String application) throws IOException {
		if (!Files.isReadable(file)) {
			throw new CannotRunException("operation.backup-none", file);
		}
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return new Restore(database, file, application).restore(zip);
		}
		catch (ZipException ex) {
			throw new CannotRunException("operation.backup-not-ours", file);
		}
		catch (SQLException ex) {
			throw StartFailures.explain(ex);
		}
	}

	private long restore(ZipFile zip) throws IOException, SQLException {
		BackupManifest manifest = BackupManifest.read(bytes(zip), this.file);
		for (BackupManifest.Table table : manifest.tables()) {
			if (!table.sha256().equals(sha256(zip, table))) {
				throw new CannotRunException("operation.backup-damaged", this.file, table.file());
			}
		}
		migrateTo(manifest.schema());
		try (Connection connection = this.database.connect()) {
			connection.setAutoCommit(false);
			fill(connection, zip, manifest);
			connection.commit();
		}
		flyway().load().migrate();
		return manifest.tables().stream().mapToLong(BackupManifest.Table::rows).sum();
	}

	private byte[] bytes(ZipFile zip) throws IOException {
		try (InputStream in = open(zip, BackupManifest.NAME)) {
			return in.readAllBytes();
		}
	}

	private InputStream open(ZipFile zip, String name) throws IOException {
		ZipEntry entry = zip.getEntry(name);
		InputStream in = (entry == null) ? null : zip.getInputStream(entry);
		if (in == null) {
			throw new CannotRunException("operation.backup-damaged", this.file, name);
		}
		return in;
	}

	private String sha256(ZipFile zip, BackupManifest.Table table) throws IOException {
		MessageDigest digest = Backup.digest();
		try (InputStream in = new DigestInputStream(open(zip, table.file()), digest)) {
			in.transferTo(java.io.OutputStream.nullOutputStream());
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	/** As it was when the backup was made: what came later comes after the rows. */
	private void migrateTo(String schema) throws CannotRunException {
		MigrationVersion version = MigrationVersion.fromVersion(schema);
		boolean known = List.of(flyway().load().info().all())
			.stream()
			.anyMatch((migration) -> version.equals(migration.getVersion()));
		if (!known) {
			throw new CannotRunException("operation.backup-newer", this.file, schema);
		}
		flyway().repeatableSqlMigrationPrefix("none").validateOnMigrate(false).target(version).load().migrate();
	}

	private FluentConfiguration flyway() {
		return Flyway.configure()
			.dataSource(this.database.url(), this.database.owner(), this.database.password())
			.locations("classpath:db/migration")
			.placeholders(Map.of("application", this.application));
	}

	private void fill(Connection connection, ZipFile zip, BackupManifest manifest) throws IOException, SQLException {
		Map<String, List<String>> tables = BackupTables.of(connection);
		CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
		if (tables.size() != manifest.tables().size()) {
			throw new CannotRunException("operation.backup-newer", this.file, manifest.schema());
		}
		for (String table : tables.keySet()) {
			requireEmpty(connection, table);
		}
		for (BackupManifest.Table table : manifest.tables()) {
			if (!table.columns().equals(tables.get(table.name()))) {
				throw new CannotRunException("operation.backup-newer", this.file, manifest.schema());
			}
			try (InputStream in = open(zip, table.file())) {
				long rows = copy.copyIn("copy " + BackupTables.written(table.name(), table.columns()) + " from stdin",
						in);
				if (rows != table.rows()) {
					throw new CannotRunException("operation.backup-damaged", this.file, table.file());
				}
			}
		}
		setSequences(connection, manifest.sequences());
		if (Backup.auditSeq(connection) != manifest.auditSeq()
				|| !Backup.auditHash(connection).equals(manifest.auditHash())) {
			throw new CannotRunException("operation.backup-damaged", this.file, BackupManifest.NAME);
		}
	}

	private void requireEmpty(Connection connection, String table) throws IOException, SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement
					.executeQuery("select exists (select 1 from " + BackupTables.quoted(table) + ")")) {
			if (row.next() && row.getBoolean(1)) {
				throw new CannotRunException("operation.not-empty", table);
			}
		}
	}

	private static void setSequences(Connection connection, List<BackupManifest.Sequence> sequences)
			throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement("select setval(?::regclass, ?, false)")) {
			for (BackupManifest.Sequence sequence : sequences) {
				statement.setString(1, BackupTables.quoted(sequence.name()));
				statement.setLong(2, sequence.next());
				statement.execute();
			}
		}
	}

}
