package se.uppdragskollen.web.page;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.operation.RunningService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is handed in, attached, read in and fetched as a file, by keyboard alone.
 */
class KeyboardFilesTests {

	/** A head of a centre that has not handed in June, but neither Vera nor Viola. */
	private static final String HEAD = "from person_role r join person p on p.id = r.person join unit u on u.id = r.unit "
			+ "where r.role = 'manager' and p.subject like 'chef-%' and u.closed is null and not exists "
			+ "(select 1 from report_version v where v.unit = r.unit and v.period = '2025-06') "
			+ "order by p.name desc limit 1";

	private final RunningService demo = RunningService.demo();

	@AutoClose
	private final Browser browser = new Browser(this.demo.port(), true);

	private final Keyboard keyboard = new Keyboard(this.browser);

	/** And the reviewer reads what was attached. */
	@Test
	void managerHandsInAReportFromAFileWithEvidence() {
		String head = one("select p.name " + HEAD);
		String unit = one("select u.id " + HEAD);
		String name = one("select u.name " + HEAD);
		this.browser.open("/login");
		this.keyboard.to("Fler personer").append(head).to("Logga in").enter();
		this.keyboard.to("självrapporten för juni 2025").enter();
		this.keyboard.to("Fyll i en tabell i stället").unfold().to("Hämta mall som CSV");
		assertThat(new String(this.keyboard.fetch(), StandardCharsets.UTF_8)).contains(unit, "calls_incoming");
		this.keyboard.to("Ifylld mall").choose("juni.csv", "unit;period;element\n").to("Skicka in filen").enter();
		assertThat(this.browser.title()).startsWith("Fel: ");
		this.keyboard.to("Kolumnen value saknas").unfold();
		assertThat(this.keyboard.name()).as("where what is wrong leads to").startsWith("Ifylld mall");
		this.keyboard.choose("juni.csv", """
				unit;period;element;value
				%1$s;2025-06;calls_incoming;1000
				%1$s;2025-06;calls_answered_same_day;980
				%1$s;2025-06;assessed_total;400
				%1$s;2025-06;assessed_within_3_days;390
				""".formatted(unit)).to("Skicka in filen").enter();
		assertThat(this.browser.text()).contains("Filen är inläst");
		this.keyboard.to("Välj fil (pdf").choose("schema.txt", "Måndag till fredag").to("Bifoga").enter();
		this.keyboard.to("schema.txt");
		assertThat(this.keyboard.fetch()).asString(StandardCharsets.UTF_8).isEqualTo("Måndag till fredag");
		this.keyboard.to("Välj fil (pdf").choose("fel.txt", "Fel fil").to("Bifoga").enter();
		this.keyboard.to("Ta bort fel.txt").enter();
		assertThat(this.browser.text()).contains("schema.txt").doesNotContain("fel.txt");
		this.keyboard.to("Granska före underskrift").enter();
		this.keyboard.to("Jag intygar").space().to("Skriv under och lämna").enter();
		assertThat(this.browser.text()).contains("Rapporten är lämnad");
		this.keyboard.to("Hämta PDF");
		assertThat(this.keyboard.fetch()).asString(StandardCharsets.ISO_8859_1).startsWith("%PDF");
		this.keyboard.logIn("Greta ").to("Hälsocentraler").enter();
		this.keyboard.to(name).enter();
		this.keyboard.to("schema.txt");
		assertThat(this.keyboard.fetch()).asString(StandardCharsets.UTF_8).isEqualTo("Måndag till fredag");
	}

	@Test
	void managerFetchesACase() {
		this.keyboard.logIn("Vera ");
		this.keyboard.to(this.browser.find("main a[href*='/cases/']").getText()).enter();
		assertThat(this.browser.address()).contains("/cases/");
		fetchThePage();
	}

	@Test
	void reviewerFetchesHowARequirementHasGone() {
		this.keyboard.logIn("Greta ").to("Att granska").enter();
		this.keyboard.to(this.browser.find("form.work tbody a").getText()).enter();
		this.keyboard.to("Vad andra källor säger").unfold().to("Se hur det har gått").enter();
		fetchThePage();
	}

	private void fetchThePage() {
		this.keyboard.to("Hämta PDF");
		assertThat(this.keyboard.fetch()).asString(StandardCharsets.ISO_8859_1).startsWith("%PDF");
		this.keyboard.to("Hämta Excel");
		assertThat(this.keyboard.fetch()).asString(StandardCharsets.ISO_8859_1).startsWith("PK");
	}

	@Test
	void reviewerFetchesTheReportAndTheLetter() {
		this.keyboard.logIn("Greta ").to("Hälsocentraler").enter();
		this.keyboard.to(one("select u.name " + HEAD)).enter();
		this.keyboard.to("Vilken tid").down();
		for (String paper : new String[] { "Hämta rapporten (PDF)", "Hämta brevet (PDF)" }) {
			this.keyboard.to(paper);
			assertThat(this.keyboard.fetch()).asString(StandardCharsets.ISO_8859_1).startsWith("%PDF");
		}
	}

	@Test
	void commissionerReadsInRegisterValuesAndTakesThemBack() {
		String unit = one("select u.id " + HEAD);
		String table = "unit;period;source;element;value;as_of\n" + unit + ";2024;npe;npe_overall;%s;2024-11-30\n";
		this.keyboard.logIn("Bodil ").to("Registervärden").enter();
		this.keyboard.to("Läs in registervärden").enter();
		this.keyboard.to("Registren i").unfold();
		this.keyboard.to("Tabell (csv eller xlsx)").choose("varden.csv", table.formatted("hög")).to("Läs in").enter();
		assertThat(this.browser.title()).startsWith("Fel: ");
		this.keyboard.to("Rad 2").unfold();
		assertThat(this.keyboard.name()).as("where what is wrong leads to").startsWith("Tabell (csv eller xlsx)");
		this.keyboard.choose("varden.csv", table.formatted("88,5")).to("Läs in").enter();
		assertThat(this.browser.text()).contains("Tabellen är inläst: 1 nya värden");
		this.keyboard.to("Visa registervärdena").enter();
		this.keyboard.to("Hämta urvalet som Excel")
			.to("Hälsocentral")
			.append(one("select u.name " + HEAD))
			.to("Period")
			.append("2024")
			.to("Visa")
			.enter();
		assertThat(this.browser.text()).contains("88,5");
		this.keyboard.to("Ta tillbaka").unfold().to("Skäl").type("Fel år.").to("Ta tillbaka").enter();
		assertThat(this.browser.text()).doesNotContain("88,5");
	}

	private String one(String sql) {
		return this.demo.jdbc().sql(sql).query(String.class).single();
	}

}
