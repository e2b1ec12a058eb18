package se.uppdragskollen.web.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Units from tables: all of a table is taken, or nothing.
 */
class UnitImportTests {

	private final RunningService service = RunningService.shared();

	private final Client commissioner = this.service.person(Role.COMMISSIONER);

	private final String one = newId();

	private final String two = newId();

	private final String three = newId();

	@Test
	void takesWhatTheCommandLineTakes() {
		String csv = "unit,name,municipality,operator,parent,peer_group,opened,closed,listed\n" + this.one
				+ ",Ett,Provköping,regional,,tätort,2019-03-01,,8123\n" + this.two + ",Två,Provköping,private,"
				+ this.one + ",tätort,2019-03-01,,\n";
		assertThat(take(csv, "?on_day=2025-06-30"))
			.isEqualTo("{\"added\":2,\"changed\":0,\"unchanged\":0,\"counts\":1}");
		assertThat(take(csv, "?on_day=2025-06-30"))
			.isEqualTo("{\"added\":0,\"changed\":0,\"unchanged\":2,\"counts\":0}");
		assertThat(get(this.two).path("parent").asString()).isEqualTo(this.one);
		assertThat(this.commissioner.get("/api/v1/units/" + this.one + "/counts").text()).isEqualTo(
				"{\"items\":[{\"on_day\":\"2025-06-30\",\"listed\":8123,\"rub_4\":null,\"rub_5\":null,\"version\":1}]}");
		assertThat(noted(this.one)).containsExactly("unit-registered", "unit-counted");
	}

	@Test
	void changesOnlyWhatTheColumnsTell() {
		take("unit;namn;drivs av;utförare;organisationsnummer;första dag\n" + this.one
				+ ";Ett;Privat;Prov AB;556677-8899;2020-01-01\n" + this.two + ";Två;regional;;;2020-01-01\n", "");
		assertThat(take("Enhet;Namn;Utförare\n" + this.one + ";Ett;\n" + this.two + ";Två;\n", ""))
			.isEqualTo("{\"added\":0,\"changed\":1,\"unchanged\":1,\"counts\":0}");
		JsonNode unit = get(this.one);
		assertThat(unit.path("operator_name").asString()).isEmpty();
		assertThat(unit.path("organisation_number").asString()).isEqualTo("556677-8899");
		assertThat(unit.path("operator").asString()).isEqualTo("private");
		assertThat(unit.path("version").asInt()).isEqualTo(2);
	}

	@Test
	void savesNothingWhenARowIsWrong() {
		Answer answer = upload("units.csv",
				bytes("unit;name;operator;opened;parent;listed;on_day;rub_4;rub_5\n" + this.one
						+ ";Ett;regional;2020-01-01;;;;;\n" + this.two + ";;statlig;2020-13-01;;12,5;;;\n" + this.three
						+ ";Tre;regional;2020-01-01;;100;2025-01-31;60;50\n" + this.one
						+ ";Ett igen;regional;2020-01-01;;;;;\n"),
				"");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
		assertThat(places(answer)).containsExactly("3:2 /name", "3:3 /operator", "3:4 /opened", "3:6 /listed",
				"4:6 /listed", "5:1 /unit");
		assertThat(answer.json().path("detail").asString())
			.isEqualTo("Antal fel i uppgifterna: 6. Ingenting har " + "sparats.");
		assertThat(this.commissioner.get("/api/v1/units/" + this.one).status()).isEqualTo(404);
	}

	@Test
	void savesNothingWhenUnitsContradictEachOther() {
		Answer answer = upload("units.csv",
				bytes("unit;name;operator;opened;closed;parent;merged_into\n" + this.one + ";Ett;regional;2020-01-01;;"
						+ this.two + ";\n" + this.two + ";Två;regional;2020-01-01;;" + this.three + ";\n" + this.three
						+ ";Tre;regional;2020-01-01;2025-01-31;;" + this.three + "X\n"),
				"");
		assertThat(places(answer)).containsExactly("2:6 /parent", "3:6 /parent", "4:7 /merged_into");
		assertThat(this.commissioner.get("/api/v1/units/" + this.three).status()).isEqualTo(404);
	}

	@Test
	void takesFilialBeforeCentreAndSuccessorAfterMerged() {
		assertThat(take("unit;name;operator;opened;closed;parent;merged_into\n" + this.one
				+ ";Filial;regional;2020-01-01;;" + this.two + ";\n" + this.two + ";Centrum;regional;2020-01-01;;;\n"
				+ this.three + ";Gammal;regional;2010-01-01;2019-12-31;;" + this.two + "\n", ""))
			.startsWith("{\"added\":3");
	}

	@Test
	void readsTablesAsSwedishExcelSavesThem() {
		byte[] ansi = ("Enhet;Namn;Slag;Drivs av;Första dag;Antal listade;Räknat den\r\n" + this.one
				+ ";Hälsan;Hälsocentral;Privat;2020-01-01;12 345;2025-01-31\r\n")
			.getBytes(Charset.forName("windows-1252"));
		assertThat(upload("Enheter.csv", ansi, "").text()).startsWith("{\"added\":1");
		assertThat(get(this.one).path("name").asString()).isEqualTo("Hälsan");
		assertThat(
				this.commissioner.get("/api/v1/units/" + this.one + "/counts/2025-01-31").json().path("listed").asInt())
			.isEqualTo(12345);
	}

	@Test
	void takesBackWhatItListsInBothFormats() {
		String municipality = "Tur" + this.one.substring(13);
		take("unit;name;operator;opened;closed;municipality;organisation_number\n" + this.one
				+ ";Ett;private;2020-01-01;2024-12-31;" + municipality + ";556677-8899\n", "");
		for (String format : List.of("csv", "xlsx")) {
			for (String language : List.of("sv", "en")) {
				byte[] table = this.commissioner
					.get("/api/v1/units?municipality=" + municipality + "&format=" + format, "Accept-Language",
							language)
					.bytes();
				assertThat(upload("tur-och-retur." + format, table, "").text())
					.isEqualTo("{\"added\":0,\"changed\":0,\"unchanged\":1,\"counts\":0}");
			}
		}
	}

	@Test
	void readsWorkbooks() throws IOException {
		byte[] workbook = workbook((sheet) -> {
			header(sheet, "Enhet", "Namn", "Drivs av", "Organisationsnummer", "Första dag", "Listade", "Räknat den");
			sheet.value(1, 0, this.one);
			sheet.value(1, 1, "Ett");
			sheet.value(1, 2, "privat");
			sheet.value(1, 3, 5566778899L);
			sheet.value(1, 4, LocalDate.of(2020, 1, 1));
			sheet.style(1, 4).format("yyyy-mm-dd").set();
			sheet.value(1, 5, 4711);
			sheet.value(1, 6, "2025-05-31");
		});
		assertThat(upload("enheter.xlsx", workbook, "").text())
			.isEqualTo("{\"added\":1,\"changed\":0,\"unchanged\":0,\"counts\":1}");
		assertThat(get(this.one).path("organisation_number").asString()).isEqualTo("556677-8899");
		assertThat(get(this.one).path("opened").asString()).isEqualTo("2020-01-01");
	}

	@Test
	void takesNoFormulaThatWasNeverCalculated() throws IOException {
		byte[] workbook = workbook((sheet) -> {
			header(sheet, "unit", "name", "operator", "opened");
			sheet.value(1, 0, this.one);
			sheet.formula(1, 1, "HYPERLINK(\"http://example.org\")");
			sheet.value(1, 2, "regional");
			sheet.value(1, 3, "2020-01-01");
		});
		Answer answer = upload("enheter.xlsx", workbook, "");
		assertThat(places(answer)).containsExactly("2:2 /name");
		assertThat(answer.json().path("errors").get(0).path("detail").asString()).startsWith("Cellen har en formel");
	}

	@Test
	void listsATextThatLooksLikeAFormulaAsText() {
		String municipality = "Formel" + this.one.substring(13);
		take("unit;name;operator;opened;municipality\n" + this.one + ";=1+1;regional;2020-01-01;" + municipality + "\n",
				"");
		assertThat(get(this.one).path("name").asString()).isEqualTo("=1+1");
		assertThat(this.commissioner.get("/api/v1/units?format=csv&municipality=" + municipality).text())
			.contains(";'=1+1;");
	}

	@Test
	void refusesTablesThatItDoesNotKnow() {
		assertThat(details("a.csv", bytes("unit;nam\n" + this.one + ";x\n"))).containsExactly(
				"Kolumnen känns inte igen. Rätta rubriken eller ta bort kolumnen. Där står: nam. Tillåtet: closed, "
						+ "kind, "
						+ "listed, merged_into, municipality, name, on_day, opened, operator, operator_name, "
						+ "organisation_number, parent, peer_group, rub_4, rub_5, unit. Menade du name?");
		assertThat(details("a.csv", bytes("name\nx\n"))).containsExactly("Kolumnen unit saknas i första raden.");
		assertThat(details("a.csv", bytes("unit;name\n")))
			.containsExactly("Tabellen har en rubrikrad men inga rader under den.");
		assertThat(details("a.csv", new byte[0])).containsExactly("Filen är tom.");
		assertThat(details("a.csv", new byte[] { 0, 1, 2, 3 })).hasSize(1);
		assertThat(details("a.xlsx", bytes("PK no workbook"))).hasSize(1);
		assertThat(details("a.csv", bytes("unit;name;name\n"))).hasSize(1);
		assertThat(details("a.csv", bytes("unit;listed\n" + this.service.unit() + ";5\n"))).hasSize(1);
		assertThat(details("a.csv", bytes("unit;listed;on_day\n" + this.service.unit() + ";5;2030-01-01\n")))
			.hasSize(1);
	}

	@Test
	void asksForAFile() {
		assertThat(this.commissioner.post("/api/v1/units/import", "{}").status()).isEqualTo(415);
		assertThat(this.commissioner
			.send("POST", "/api/v1/units/import", BodyPublishers.ofString("--x\r\nbroken"), "Content-Type",
					"multipart/form-data; boundary=x")
			.status()).isEqualTo(400);
		assertThat(upload("a.csv", new byte[20_990_000], "").status()).isEqualTo(413);
		assertThat(upload("a.csv", bytes("unit\nx\n"), "?on_day=x").status()).isEqualTo(422);
		byte[] picture = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
		assertThat(details("a.csv", picture)).containsExactly("Filen är varken CSV eller Excel utan en bild eller ett "
				+ "dokument. Skicka tabellen som CSV eller Excel (.xlsx).");
	}

	@Test
	void letsOnlyThoseOfTheRegionImport() {
		String unit = this.service.unit();
		for (Role role : Role.values()) {
			Client client = this.service.person(role, role.ofCentre() ? unit : null);
			boolean may = role == Role.COMMISSIONER || role == Role.ADMINISTRATOR;
			assertThat(client.upload("/api/v1/units/import", "a.csv", bytes("unit\n" + unit + "\n")).status())
				.isEqualTo(may ? 200 : 403);
		}
	}

	private String newId() {
		return this.service.unit() + "N";
	}

	private String take(String csv, String query) {
		Answer answer = upload("units.csv", bytes(csv), query);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return answer.text();
	}

	private Answer upload(String name, byte[] content, String query) {
		return this.commissioner.upload("/api/v1/units/import" + query, name, content);
	}

	private List<String> details(String name, byte[] content) {
		Answer answer = upload(name, content, "");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
		return answer.json().path("errors").valueStream().map((error) -> error.path("detail").asString()).toList();
	}

	private JsonNode get(String unit) {
		return this.commissioner.get("/api/v1/units/" + unit).json();
	}

	private List<String> noted(String unit) {
		return this.service.jdbc()
			.sql("select act from audit_event where unit = ? order by seq")
			.param(unit)
			.query(String.class)
			.list();
	}

	private static List<String> places(Answer answer) {
		return answer.json()
			.path("errors")
			.valueStream()
			.map((error) -> error.path("line").asInt() + ":" + error.path("column").asInt() + " "
					+ error.path("pointer").asString())
			.toList();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static void header(Worksheet sheet, String... names) {
		for (int i = 0; i < names.length; i++) {
			sheet.value(0, i, names[i]);
		}
	}

	private static byte[] workbook(Consumer<Worksheet> content) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Workbook workbook = new Workbook(out, "test", "1.0");
		content.accept(workbook.newWorksheet("enheter"));
		workbook.finish();
		return out.toByteArray();
	}

}
