package se.uppdragskollen.operation;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import se.uppdragskollen.evaluation.EvaluationResult;

/**
 * Writes all that a database keeps to one file, as it stands at one moment; the service
 * goes on meanwhile. The file is there when it is whole, and only its owner may read it.
 */
public final class Backup {

	private Backup() {
	}

	/**
	 * Writes a backup.
	 * @param file a file that does not exist yet
	 * @return how many rows it holds
	 * @throws CannotRunException when it cannot be done
	 */
	public static long write(KeptDatabase database, Path file, Clock clock) throws IOException {
		Path target = file.toAbsolutePath();
		if (Files.exists(target)) {
			throw new CannotRunException("operation.backup-exists", file);
		}
		Path part = target.resolveSibling(target.getFileName() + ".part");
		try {
			long rows = writePart(database, part, clock);
			try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
				written.force(true);
			}
			Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
			return rows;
		}
		catch (SQLException ex) {
			throw StartFailures.explain(ex);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	private static long writePart(KeptDatabase database, Path part, Clock clock) throws IOException, SQLException {
		try (Connection connection = database.connect();
				OutputStream out = create(part);
				ZipOutputStream zip = new ZipOutputStream(out)) {
			connection.setAutoCommit(false);
			connection.setReadOnly(true);
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			List<BackupManifest.Table> tables = new ArrayList<>();
			CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
			String schema = schema(connection);
			for (Map.Entry<String, List<String>> table : BackupTables.of(connection).entrySet()) {
				tables.add(write(copy, table.getKey(), table.getValue(), zip));
			}
			BackupManifest manifest = new BackupManifest(BackupManifest.FORMAT, EvaluationResult.ENGINE, schema,
					clock.instant().toString(), tables, BackupTables.sequences(connection), auditSeq(connection),
					auditHash(connection));
			zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
			zip.write(manifest.write());
			zip.closeEntry();
			return tables.stream().mapToLong(BackupManifest.Table::rows).sum();
		}
	}

	private static OutputStream create(Path part) throws IOException {
		try {
			Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		}
		catch (FileAlreadyExistsException ex) {
			throw new CannotRunException("operation.backup-exists", part);
		}
		return Files.newOutputStream(part);
	}

	private static BackupManifest.Table write(CopyManager copy, String table, List<String> columns, ZipOutputStream zip)
			throws IOException, SQLException {
		BackupManifest.Table named = new BackupManifest.Table(table, columns, 0, "");
		zip.putNextEntry(new ZipEntry(named.file()));
		MessageDigest digest = digest();
		long rows = copy.copyOut("copy " + BackupTables.written(table, columns) + " to stdout",
				new DigestOutputStream(new Unclosed(zip), digest));
		zip.closeEntry();
		return new BackupManifest.Table(table, columns, rows, HexFormat.of().formatHex(digest.digest()));
	}

	/** The newest migration. */
	static String schema(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
				select version from flyway_schema_history
				where success and version is not null order by installed_rank desc limit 1""")) {
			return row.next() ? row.getString(1) : "0";
		}
	}

	static long auditSeq(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select coalesce(max(seq), 0) from audit_event")) {
			row.next();
			return row.getLong(1);
		}
	}

	static String auditHash(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select hash from audit_event order by seq desc limit 1")) {
			return row.next() ? row.getString(1) : "";
		}
	}

	static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	/**
	 * Whoever writes a table closes what it wrote to, but the file goes on.
	 */
	private static final class Unclosed extends FilterOutputStream {

		Unclosed(OutputStream out) {
			super(out);
		}

		@Override
		public void write(byte[] bytes, int from, int length) throws IOException {
			this.out.write(bytes, from, length);
		}

		@Override
		public void close() {
			// the file goes on
		}

	}

}
