package se.uppdragskollen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The check of reports as people and programs meet it.
 */
class CheckTests {

	private static final String EXAMPLE = "src/docs/examples/2025-Q1.yaml";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@TempDir
	Path folder;

	@Test
	void tellsWhatIsNotMetAndWhyInSwedish() {
		Shell shell = check(EXAMPLE);

		assertThat(shell.status()).isEqualTo(1);
		assertThat(shell.err()).isEmpty();
		assertThat(shell.out()).contains("9 uppfyllda, 7 ej uppfyllda, 3 kan inte bedömas, 1 dispens")
			.contains("  ✗ G22 Öppettider vardagar  [ej uppfyllt: avvikelse, röd]\n"
					+ "        Öppet, timmar per vecka: 45. Kravet är minst 47,5\u00a0timmar per vecka. Det fattas\n"
					+ "        2,5\u00a0timmar per vecka. Det hade räckt med 47,5 (öppet, timmar per vecka). Gränsen\n"
					+ "        gäller från 2 januari 2025, inne i perioden.\n")
			.contains("  – G14 Handledning av ST-läkare  [dispens]\n")
			.endsWith("Uppfyllt: G08 G09 G12 G15 G18 G21 G23 G31 U21\n");
	}

	@Test
	void tellsTheSameInEnglish() {
		assertThat(check("--language", "en", EXAMPLE).out()).contains("9 met, 7 not met, 3 cannot be judged, 1 exempt")
			.contains("  ✗ G22 ")
			.contains("[not met: deviation, red]\n")
			.contains("at least 47.5\u00a0hours a week")
			.contains("2.5\u00a0hours a\n        week short.");
	}

	@Test
	void tellsTimesAsEarlyOrLateAndNumbersAsMoreOrLess() throws IOException {
		Path report = Files.writeString(this.folder.resolve("hours.yaml"), """
				unit: SE5566778899-H017
				period: 2025-Q1
				values: {phone_opens_at: "07:00", opens_at: "07:30", phone_closes_at: "17:30", closes_at: "17:00",
				  specialist_hours_per_week: 40, opening_hours_per_week: 47.5}
				""");

		String told = check(report.toString()).out().replaceAll("\\s+", " ");

		assertThat(told)
			.contains("Telefonen öppnar klockan: 07:00. Kravet är tidigast 07:30 (enheten öppnar klockan). "
					+ "Det är 30\u00a0minuter för tidigt.")
			.contains("Telefonen stänger klockan: 17:30. Kravet är senast 17:00 (enheten stänger klockan). "
					+ "Det är 30\u00a0minuter för sent.")
			.contains("Kravet är minst 47,5\u00a0timmar per vecka (öppet, timmar per vecka). "
					+ "Det fattas 7,5\u00a0timmar per vecka.");
	}

	@Test
	void isCleanWhenAllIsMet() throws IOException {
		Path report = Files.writeString(this.folder.resolve("good.yaml"),
				"""
						unit: SE5566778899-H017
						period: 2025-02
						values: {assessed_total: 412, assessed_within_3_days: 381, calls_incoming: 1000, calls_answered_same_day: 970}
						registers: [{source: waiting-time-register, element: assessed_share, value: 92.1, as_of: 2025-03-05}]
						history: {assessed_share: {2024-12: 90.0, 2025-01: 91.0}, phone_system: {2024-Q4: callback}}
						peers: {assessed_share: {mean: 88, sd: 5, count: 36}}
						""");

		Shell shell = check(report.toString());

		assertThat(shell.out()).endsWith("\nUppfyllt: G24 G25\n");
		assertThat(shell.status()).isZero();
	}

	@Test
	void writesOneObjectForOneReportAndAnArrayForSeveral() {
		JsonNode one = JSON.readTree(check("--format", "json", EXAMPLE).out());
		JsonNode several = JSON.readTree(check("--format", "json", EXAMPLE, other().toString()).out());

		assertThat(one.path("counts").toString())
			.isEqualTo("{\"met\":9,\"not-met\":7,\"not-assessable\":3,\"not-applicable\":0,\"exempt\":1}");
		assertThat(one.path("outcomes")).hasSize(20);
		assertThat(several).hasSize(2);
		assertThat(several.path(0).path("revision")).isEqualTo(one.path("revision"));
	}

	@Test
	void writesARowForEachOutcome() {
		List<String> rows = check("--format", "csv", EXAMPLE).out().lines().toList();

		assertThat(rows).hasSize(21);
		assertThat(rows.get(0)).isEqualTo(
				"unit,name,period,edition,requirement,title,outcome,finding,severity,value,operator,limit,margin,credit,sentence");
		assertThat(rows).anySatisfy((row) -> assertThat(row).startsWith(
				"SE5566778899-H017,SE5566778899-H017,2025-Q1,2025-01,G22,Öppettider vardagar,not-met,deviation,red,45,>=,47.5,-2.5,,"));
	}

	@Test
	void writesSarifAndJunitThatOthersCanRead() throws Exception {
		JsonNode sarif = JSON.readTree(check("--format", "sarif", EXAMPLE).out());
		Path junit = Files.writeString(this.folder.resolve("junit.xml"), check("--format", "junit", EXAMPLE).out());
		var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit.toFile());

		assertThat(sarif.path("runs").path(0).path("results")).hasSize(10);
		assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(20);
		assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(10);
		assertThat(xml.getElementsByTagName("skipped").getLength()).isEqualTo(1);
	}

	@Test
	void verifiesItsOwnResultsAndNoticesOtherData() throws IOException {
		Path result = Files.writeString(this.folder.resolve("result.json"), check("--format", "json", EXAMPLE).out());
		Path changed = Files.writeString(this.folder.resolve("changed.yaml"),
				Files.readString(Path.of(EXAMPLE)).replace("opening_hours_per_week: 45", "opening_hours_per_week: 48"));

		Shell same = Shell.run("verify", result.toString(), "--report", EXAMPLE);
		Shell other = Shell.run("verify", result.toString(), "--report", changed.toString());

		assertThat(same.out()).startsWith("SE5566778899-H017 2025-Q1: samma.");
		assertThat(same.status()).isZero();
		assertThat(other.out()).startsWith("SE5566778899-H017 2025-Q1: olika.\n")
			.contains("Uppgifterna är andra")
			.contains("G22: ej uppfyllt → uppfyllt");
		assertThat(other.status()).isEqualTo(1);
	}

	@Test
	void verifiesEveryResultOfABatchOverTwoEditions() throws IOException {
		Path older = Files.writeString(this.folder.resolve("older.yaml"),
				"unit: SE5566778899-H017\nperiod: 2023-Q4\nvalues: {listed_patients: 6000, doctor_fte: 4}\n");
		Path result = Files.writeString(this.folder.resolve("results.jsonl"),
				check("--format", "jsonl", EXAMPLE, older.toString()).out());

		Shell shell = Shell.run("verify", result.toString(), "--report", EXAMPLE, older.toString());

		assertThat(shell.out().lines()).hasSize(2).allMatch((line) -> line.contains(": samma."));
		assertThat(shell.status()).isZero();
	}

	@Test
	void judgesOlderReportsByALaterEditionWhenAsked() throws IOException {
		Path older = Files.writeString(this.folder.resolve("older.yaml"),
				"unit: SE5566778899-H017\nperiod: 2023\nvalues: {safety_report_date: 2023-02-12, safety_report_link: x}\n");

		Shell shell = check("--edition", "2025-01", "--format", "csv", older.toString());

		// the edition's first limits count before they came into force: 2024-01-01 is the
		// earliest day
		assertThat(shell.out()).contains(",2025-01,G04,Patientsäkerhetsberättelse,not-met,");
		assertThat(shell.status()).isEqualTo(1);
	}

	@Test
	void readsMoreReportsThanItKeeps() throws IOException {
		StringBuilder lines = new StringBuilder();
		for (int unit = 0; unit < 100; unit++) {
			for (int month = 1; month <= 12; month++) {
				for (int year = 2024; year <= 2025; year++) {
					lines.append(
							"{\"unit\":\"H%03d\",\"period\":\"%d-%02d\",\"values\":{\"assessed_total\":%d,\"assessed_within_3_days\":190}}%n"
								.formatted(unit, year, month, 200 + unit));
				}
			}
		}
		Path reports = Files.writeString(this.folder.resolve("many.jsonl"), lines);

		List<String> results = check("--format", "jsonl", reports.toString()).out().lines().toList();

		assertThat(results).hasSize(2400);
		assertThat(results.get(2399)).contains("\"unit\":\"H099\",\"period\":\"2025-12\"");
		// 190/299 = 63.5 % in both months before too: the history came from the other
		// lines
		assertThat(results.get(2399)).doesNotContain("assessed_share@2025-11");
	}

	@Test
	void givesTheSameWhateverTheOrderOfTheFiles() {
		String other = other().toString();

		List<String> forwards = check("--format", "jsonl", EXAMPLE, other).out().lines().sorted().toList();
		List<String> backwards = check("--format", "jsonl", other, EXAMPLE).out().lines().sorted().toList();

		assertThat(backwards).isEqualTo(forwards);
	}

	@Test
	void namesWhatItDoesNotKnow() {
		assertThat(check("--format", "yaml", EXAMPLE).err())
			.isEqualTo("Formatet yaml finns inte. Välj ett av: text, json, jsonl, csv, sarif, junit.\n");
		assertThat(Shell.run("check", EXAMPLE).err())
			.isEqualTo("Det saknas: --assignment.\nHjälp: uppdragskollen check --help\n");
		assertThat(Shell.run("chekc").err())
			.isEqualTo("Känner inte igen chekc.\nMenade du check?\nHjälp: uppdragskollen --help\n");
		assertThat(Shell.run("check", "--assignment", "kalmar-halsoval", "--edition", "2025-10", EXAMPLE).err())
			.contains("Utgåvan finns inte. Där står: 2025-10. Tillåtet: 2023-07, 2025-01. Menade du 2025-01?");
	}

	/** Another unit's report of the same quarter. */
	private Path other() {
		try {
			return Files.writeString(this.folder.resolve("other.yaml"),
					Files.readString(Path.of(EXAMPLE)).replace("unit: SE5566778899-H017", "unit: SE5566778899-H018"));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static Shell check(String... arguments) {
		String[] all = new String[arguments.length + 3];
		all[0] = "check";
		all[1] = "--assignment";
		all[2] = "kalmar-halsoval";
		System.arraycopy(arguments, 0, all, 3, arguments.length);
		return Shell.run(all);
	}

}
