package se.uppdragskollen.operation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.audit.AuditChain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A backup made while the service is at work holds one moment of it, whole; it restores
 * to the very same rows, or not at all.
 */
class BackupTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-07-08T07:00:00Z"), ZoneOffset.UTC);

	private static RunningService service;

	private static String url;

	@TempDir
	private Path folder;

	@BeforeAll
	static void start() {
		Map<String, Object> database = RunningService.newDatabase();
		url = (String) database.get("spring.datasource.url");
		service = RunningService.start(database, Map.of());
		for (int i = 0; i < 20; i++) {
			write(i);
		}
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void holdsOneMomentWhileTheServiceIsAtWork() throws Exception {
		Path file = this.folder.resolve("backup.zip");
		AtomicBoolean done = new AtomicBoolean();
		Thread work = new Thread(() -> {
			for (int i = 100; !done.get(); i++) {
				write(i);
			}
		});
		work.start();
		long before = events(url);
		while (events(url) < before + 5) {
			Thread.onSpinWait();
		}
		before = events(url);
		Backup.write(database(url), file, CLOCK);
		done.set(true);
		work.join();

		String restored = emptyDatabase();
		Restore.read(database(restored), file, EmbeddedServer.APPLICATION);
		long kept = events(restored);
		assertThat(kept).isGreaterThanOrEqualTo(before).isLessThan(events(url));
		assertThat(rows(restored, "select count(*) from unit")).isEqualTo(List.of(String.valueOf(kept)));
		assertThat(rows(restored, "select count(*) from person")).isEqualTo(List.of(String.valueOf(kept)));
		assertThat(rows(restored, "select * from audit_event order by seq"))
			.isEqualTo(rows(url, "select * from audit_event where seq <= "
					+ rows(restored, "select max(seq) from audit_event").get(0) + " order by seq"));
	}

	@Test
	void theChainHoldsAfterwards() throws Exception {
		Path file = this.folder.resolve("backup.zip");
		AuditChain.Checkpoint head = new AuditChain(service.jdbc()).head().orElseThrow();
		Backup.write(database(url), file, CLOCK);
		String restored = emptyDatabase();
		Restore.read(database(restored), file, EmbeddedServer.APPLICATION);
		AuditChain chain = new AuditChain(JdbcClient
			.create(new DriverManagerDataSource(restored, EmbeddedServer.OWNER, RunningService.server().password())));
		assertThat(chain.verify(List.of(head)).faults()).isEmpty();
		assertThat(chain.head()).isEqualTo(new AuditChain(service.jdbc()).head());
	}

	@Test
	void restoresTheVerySameRowsAndGoesOnFromThere() throws Exception {
		Path file = this.folder.resolve("backup.zip");
		long written = Backup.write(database(url), file, CLOCK);
		String restored = emptyDatabase();
		assertThat(Restore.read(database(restored), file, EmbeddedServer.APPLICATION)).isEqualTo(written);

		Map<String, List<String>> tables = tables(url);
		assertThat(tables.keySet()).contains("unit", "person", "audit_event", "edition_revision");
		assertThat(tables(restored)).isEqualTo(tables);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		try (RunningService again = RunningService.start(settings(restored), Map.of())) {
			long highest = Long.parseLong(rows(url, "select max(id) from person").get(0));
			assertThat(again.jdbc()
				.sql("insert into person (issuer, subject, name) values ('x', 'next', 'N') returning id")
				.query(Long.class)
				.single()).isGreaterThan(highest);
		}
	}

	/** Every result is evaluated again there, from what was restored alone. */
	@Test
	void theRestoredServiceEvaluatesEveryReportToTheSameResult() throws Exception {
		Path file = this.folder.resolve("backup.zip");
		Map<String, Object> database = RunningService.newDatabase();
		SubmissionLoad load;
		Map<String, List<String>> findings;
		try (RunningService first = RunningService.start(database, Map.of())) {
			load = new SubmissionLoad(25, 1, List.of(first.port()));
			load.register(RunningService.ownerOf(database));
			load.handInAll();
			WholeDatabase whole = new WholeDatabase(RunningService.ownerOf(database), load);
			whole.awaitResults();
			whole.check();
			findings = whole.findings();
			Backup.write(database((String) database.get("spring.datasource.url")), file, CLOCK);
		}
		String restored = emptyDatabase();
		Restore.read(database(restored), file, EmbeddedServer.APPLICATION);
		Map<String, Object> settings = settings(restored);
		try (RunningService again = RunningService.start(settings, Map.of())) {
			load.moveTo(List.of(again.port()));
			WholeDatabase whole = new WholeDatabase(RunningService.ownerOf(settings), load);
			whole.awaitResults();
			whole.check();
			assertThat(whole.findings()).isEqualTo(findings);
		}
	}

	@Test
	void restoresNothingFromAFileThatWasChangedOrCutOff() throws Exception {
		Path whole = this.folder.resolve("backup.zip");
		Backup.write(database(url), whole, CLOCK);
		Path cut = this.folder.resolve("cut.zip");
		byte[] bytes = Files.readAllBytes(whole);
		Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length / 2));
		Path changed = rewritten(whole, "tables/unit.copy", (text) -> text.replace("Provköping", "Provhamn"));
		Path headless = rewritten(whole, "manifest.json",
				(text) -> text.replaceFirst("\"audit_hash\" : \"sha256:.", "\"audit_hash\" : \"sha256:x"));
		Path later = rewritten(whole, "manifest.json",
				(text) -> text.replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"99\""));
		String empty = emptyDatabase();

		assertThat(refusal(empty, cut))
			.isEqualTo("The file " + cut + " is no backup, or it was cut off. Nothing was restored.");
		assertThat(refusal(empty, changed)).isEqualTo("The file " + changed
				+ " is not a complete backup: tables/unit.copy is missing or changed. Nothing was restored.");
		assertThat(refusal(empty, later)).isEqualTo("The file " + later + " was made by another version of "
				+ "Uppdragskollen (tables 99) that this one does not know. Restore it with that version or a newer one.");
		assertThat(refusal(empty, headless)).isEqualTo("The file " + headless
				+ " is not a complete backup: manifest.json is missing or changed. Nothing was restored.");
		assertThat(refusal(empty, this.folder.resolve("none.zip")))
			.isEqualTo("The file " + this.folder.resolve("none.zip") + " does not exist or may not be read.");
		assertThat(tables(empty).values()).allMatch(List::isEmpty);
		assertThat(refusal(url, whole)).matches("The database is not empty: \\w+ has rows\\. .*");
		assertThatExceptionOfType(CannotRunException.class).isThrownBy(() -> Backup.write(database(url), whole, CLOCK))
			.withMessage("The file " + whole + " exists. Choose another name: a backup is never written over.");
	}

	/** A change with its note, as every use case makes it. */
	private static void write(int number) {
		service.get(TransactionTemplate.class).executeWithoutResult((status) -> {
			String unit = "SE5566778899-B" + number;
			service.jdbc()
				.sql("insert into unit (id, name, municipality, operator, opened) "
						+ "values (?, ?, 'Provköping', 'regional', date '2020-01-01')")
				.params(unit, "Back\\slash\tand\nline " + number)
				.update();
			service.jdbc()
				.sql("insert into person (issuer, subject, name, email) values ('test', ?, 'Åsa', null)")
				.param(unit)
				.update();
			service.get(Audit.class).note(Audit.SYSTEM, "add", "unit:" + unit, unit, Map.of("number", number));
		});
	}

	private static Map<String, Object> settings(String url) {
		Map<String, Object> settings = new LinkedHashMap<>(RunningService.server().settings());
		settings.put("spring.datasource.url", url);
		settings.put("spring.flyway.url", url);
		return settings;
	}

	private static KeptDatabase database(String url) {
		return KeptDatabase.at(url, EmbeddedServer.OWNER, RunningService.server().password());
	}

	private static String emptyDatabase() {
		return (String) RunningService.newDatabase().get("spring.datasource.url");
	}

	private static String refusal(String url, Path file) {
		try {
			Restore.read(database(url), file, EmbeddedServer.APPLICATION);
			return "";
		}
		catch (IOException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	private Path rewritten(Path whole, String entry, UnaryOperator<String> change) throws IOException {
		Path file = Files.createTempFile(this.folder, "changed", ".zip");
		try (ZipFile from = new ZipFile(whole.toFile());
				OutputStream out = Files.newOutputStream(file);
				ZipOutputStream to = new ZipOutputStream(out)) {
			for (ZipEntry one : from.stream().toList()) {
				byte[] bytes = from.getInputStream(one).readAllBytes();
				if (one.getName().equals(entry)) {
					String before = new String(bytes, StandardCharsets.UTF_8);
					String after = change.apply(before);
					assertThat(after).isNotEqualTo(before);
					bytes = after.getBytes(StandardCharsets.UTF_8);
				}
				to.putNextEntry(new ZipEntry(one.getName()));
				to.write(bytes);
			}
		}
		return file;
	}

	private static long events(String url) throws SQLException {
		return Long.parseLong(rows(url, "select count(*) from audit_event where act = 'add'").get(0));
	}

	private static Map<String, List<String>> tables(String url) throws SQLException {
		Map<String, List<String>> tables = new LinkedHashMap<>();
		for (String table : rows(url, "select tablename from pg_tables where schemaname = 'public' and tablename not "
				+ "in ('flyway_schema_history', 'spring_session', 'spring_session_attributes') order by 1")) {
			tables.put(table, rows(url, "select t from " + table + " t order by t::text"));
		}
		return tables;
	}

	private static List<String> rows(String url, String sql) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (Connection connection = database(url).connect();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			while (row.next()) {
				StringBuilder text = new StringBuilder();
				for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
					text.append((i > 1) ? " | " : "").append(row.getString(i));
				}
				rows.add(text.toString());
			}
		}
		return rows;
	}

}
