package se.uppdragskollen.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What nobody should hand in: a clear line each, nothing half-judged, and the others are
 * judged all the same.
 */
class BadReportsTests {

	private static final String GOOD = "unit: SE5566778899-H001\nperiod: 2025-02\n"
			+ "values: {assessed_total: 412, assessed_within_3_days: 371}\n";

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					values: {assessed_total: 300, assessed_within_3_days: 301} | 3:55: values.assessed_within_3_days: Antalet är större än det som det är en del av: ”Bedömda patienter” är 300. Rätta det tal som är fel. Där står: 301.
					values: {assessed_total: -4} | 3:26: values.assessed_total: Talet ligger utanför det som är möjligt. Där står: -4. Tillåtet: 0 – ….
					values: {assessed_total: många} | 3:26: values.assessed_total: Här ska det stå ett heltal som inte är negativt. Där står: många.
					values: {opening_hours_per_week: "47,5"} | 3:34: values.opening_hours_per_week: Här ska det stå ett tal, med punkt som decimaltecken (87.5). Där står: 47,5. Menade du 47.5?
					values: {opening_hours_per_week: 47,5} | 3:37: values.5: Här står ett tal där en uppgifts namn väntades. Är det ett decimalkomma? Skriv decimalpunkt, till exempel 87.5. Där står: 5.
					values: {assessed_total: 3.5} | 3:26: values.assessed_total: Här ska det stå ett heltal som inte är negativt. Där står: 3.5.
					values: {contact_card_reviewed: 2027-01-01} | 3:33: values.contact_card_reviewed: Datumet ligger i framtiden; i dag är det 2026-11-21. Där står: 2027-01-01.
					values: {contact_card_reviewed: 2025-02-30} | 3:33: values.contact_card_reviewed: Här ska det stå ett datum som finns, skrivet ÅÅÅÅ-MM-DD. Där står: 2025-02-30.
					values: {asessed_total: 300} | 3:10: values.asessed_total: Uppgiften finns inte i utgåvan. Där står: asessed_total. Menade du assessed_total?
					values: {assessed_total: } | 3:25: values.assessed_total: Värdet är tomt.
					values: {npe_overall: 80} | 3:10: values.npe_overall: Uppgiften hämtas från registret Nationell patientenkät och ska inte stå bland enhetens egna värden.
					values: {assessed_share: 80} | 3:10: values.assessed_share: Uppgiften räknas fram av andra och ska inte rapporteras.
					values: {phone_system: carrier_pigeon} | 3:24: values.phone_system: Svaret är inte ett av svarsalternativen. Där står: carrier_pigeon.
					registers: [{source: waiting-time-register, element: assessed_share, value: 140, as_of: 2025-03-01}] | 3:77: registers[0].value: Talet ligger utanför det som är möjligt. Där står: 140. Tillåtet: 0 – 100.
					registers: [{source: waiting-time-register, element: assessed_share, value: 0.87, as_of: 2025-03-01}] | 3:77: registers[0].value: Andelar skrivs i procent, 0 till 100. Talet ser ut att vara skrivet som en del av 1, till exempel 0,85 i stället för 85. Där står: 0.87. Menade du 87?
					registers: [{source: waiting-time-regster, element: assessed_share, value: 87, as_of: 2025-03-01}] | 3:22: registers[0].source: Utgåvan som gäller känner inte till registret. Där står: waiting-time-regster. Tillåtet: 1177 (1177:s kontaktkort),
					suppressed: [assessed_totl] | 3:13: suppressed: Uppgiften finns inte i utgåvan. Där står: assessed_totl. Menade du assessed_total?
					not_applicable: {assessed_total: Vi mäter inte} | 3:18: not_applicable.assessed_total: Uppgiften kan inte besvaras med ”ej tillämpligt”. Fyll i värdet, eller lämna uppgiften tom om det inte finns något.
					edition: "2023-07" | 3:10: edition: Rapporten anger en annan utgåva än den som gäller på periodens sista dag, 2025-02-28. Där står: 2023-07. Tillåtet: 2025-01.
					assignment: scotland-qof | 3:13: assignment: Rapporten gäller ett annat uppdrag. Där står: scotland-qof. Tillåtet: kalmar-halsoval.
					value: {} | 3:1: value: Nyckeln känns inte igen. Där står: value.
					""")
	void tellsWhereItIsWhatStandsThereAndWhatIsAllowed(String line, String expected) throws IOException {
		Path bad = write("bad.yaml", "unit: SE5566778899-H002\nperiod: 2025-02\n" + line + "\n");

		Shell shell = check(bad);

		assertThat(shell.status()).isEqualTo(2);
		assertThat(shell.out()).isEmpty();
		assertThat(shell.err()).startsWith(bad + ":" + expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					SE12345-X  | 2025-02 | 1:7: unit: Det är inte ett giltigt HSA-id.
					H 1        | 2025-02 | 1:7: unit: Enhetens id ska vara ett HSA-id
					H1         | 2025-13 | 2:9: period: Perioden ska skrivas som 2025-02
					H1         | 2027-01 | 2:9: period: Perioden har inte börjat; i dag är det 2026-11-21.
					H1         | 2019-01 | 2:9: period: Ingen utgåva av uppdraget gäller på sista dagen i perioden 2019-01 (2019-01-31).
					""")
	void tellsWhatIsWrongWithUnitAndPeriod(String unit, String period, String expected) throws IOException {
		Path bad = write("bad.yaml", "unit: " + unit + "\nperiod: " + period + "\n");

		Shell shell = check(bad);

		assertThat(shell.status()).isEqualTo(2);
		assertThat(shell.err()).startsWith(bad + ":" + expected);
	}

	@Test
	void judgesTheOthersAllTheSame() throws IOException {
		Path good = write("good.yaml", GOOD);
		Path once = write("once.yaml", GOOD.replace("H001", "H003"));
		Path twice = write("twice.yaml", GOOD.replace("H001", "H003"));
		Path empty = write("empty.yaml", "");
		Path notUtf8 = this.folder.resolve("latin.yaml");
		Files.write(notUtf8, "unit: Hälsa\n".getBytes(StandardCharsets.ISO_8859_1));
		Path large = this.folder.resolve("large.yaml");
		byte[] megabyte = new byte[1_000_000];
		Arrays.fill(megabyte, (byte) '#');
		for (int i = 0; i < 50; i++) {
			Files.write(large, megabyte, java.nio.file.StandardOpenOption.CREATE,
					java.nio.file.StandardOpenOption.APPEND);
		}

		Shell shell = check(once, good, twice, empty, notUtf8, large, this.folder.resolve("missing.yaml"));

		assertThat(shell.status()).isEqualTo(2);
		assertThat(shell.out()).startsWith("SE5566778899-H001, 2025-02\n").doesNotContain("H003");
		assertThat(shell.err().lines())
			.anySatisfy((line) -> assertThat(line).startsWith(twice.toString()).contains("once.yaml"))
			.anySatisfy((line) -> assertThat(line).isEqualTo(empty + ": Filen är tom."))
			.anySatisfy((line) -> assertThat(line).startsWith(notUtf8 + ":1:8: Tecknen går inte att tolka"))
			.anySatisfy(
					(line) -> assertThat(line).startsWith(large + ": Filen är för stor (> 10 MB); högst 10 MB läses."))
			.anySatisfy((line) -> assertThat(line).startsWith(this.folder.resolve("missing.yaml") + ": "))
			.anySatisfy((line) -> assertThat(line).contains("Bedömda rapporter: 1."));
		assertThat(shell.err()).doesNotContain("Exception").doesNotContain("\tat ");
	}

	@Test
	void saysTheSameInEnglish() throws IOException {
		Path bad = write("bad.yaml", "unit: H1\nperiod: 2025-02\nvalues: {assessed_total: -4}\n");

		Shell shell = Shell.run("check", "--assignment", "kalmar-halsoval", "--language", "en", bad.toString());

		assertThat(shell.err()).startsWith(bad
				+ ":3:26: values.assessed_total: The number is outside what is possible. Found: -4. Allowed: 0 – ….");
	}

	private Path write(String name, String text) throws IOException {
		return Files.writeString(this.folder.resolve(name), text);
	}

	private static Shell check(Path... reports) {
		List<String> arguments = new ArrayList<>(List.of("check", "--assignment", "kalmar-halsoval"));
		Arrays.stream(reports).map(Path::toString).forEach(arguments::add);
		return Shell.run(arguments.toArray(String[]::new));
	}

}
