package se.uppdragskollen.web.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Short lists as files: in the reader's words, with titles beside ids, and noted.
 */
class FilesOfListsTests {

	private static final String EDITION = "/api/v1/editions/kalmar-halsoval/2025-01/";

	private final RunningService service = RunningService.shared();

	private final Client auditor = this.service.person(Role.AUDITOR);

	@Test
	void tellsOfEditions() {
		List<String> lines = swedish("/api/v1/editions");
		assertThat(lines.get(0))
			.isEqualTo("Uppdrag;Utgåva;Utgåvans rubrik;Från och med;Till och med;Gäller nu;" + "Publicerad;Revision");
		assertThat(lines.get(1)).startsWith("kalmar-halsoval;2023-07;");
		assertThat(line(lines, ";2025-01;")).startsWith(
				"kalmar-halsoval;2025-01;Hälsovalsuppdraget 2025 (modell);2025-01-01;2025-12-31;ja;2025-07-08 ");
		assertThat(noted()).containsEntry("subject", "editions").containsEntry("details", "{}");
	}

	@Test
	void tellsOfRequirementsWithTheirRulesAsSentences() {
		List<String> lines = swedish(EDITION + "requirements");
		assertThat(lines.get(0))
			.isEqualTo("Uppdrag;Utgåva;Utgåvans rubrik;Krav;Kravets rubrik;Kapitel;Kapitlets rubrik;"
					+ "Vad kravet säger;Ska eller bör;Allvarlighetsgrad;Uppföljning;Rapporteras per;Regler;Slags källa;Källa;"
					+ "Om källan;Krav i utgåvan före");
		assertThat(line(lines, ";G25;"))
			.startsWith(
					"kalmar-halsoval;2025-01;Hälsovalsuppdraget 2025 (modell);G25;Medicinsk bedömning inom tre dagar;"
							+ "accessibility;Tillgänglighet;")
			.contains(";ska;", ";löpande;månad;", "ska vara minst")
			.endsWith(";G25");
		assertThat(noted().get("details").toString()).contains("\"revision\":\"sha256:");
		assertThat(this.auditor.get(EDITION + "requirements?format=csv", "Accept-Language", "en").text())
			.contains(",must,", ",continuously,");
	}

	@Test
	void tellsOfParametersByWhatPeopleCallThem() throws IOException {
		List<String> lines = swedish(EDITION + "parameters?on=2025-06-30");
		assertThat(lines.get(0)).isEqualTo("Uppdrag;Utgåva;Utgåvans rubrik;Krav;Kravets rubrik;Parameterns namn;Värde;"
				+ "Måttenhet;Från och med;Källa");
		assertThat(line(lines, ";lowest_share;")).contains(";%;");
		assertThat(line(lines, ";required_roles;")).contains(";Läkare | Sjuksköterska | ", ";lista;2023-07-01;");
		assertThat(line(lines, ";latest_day;")).contains(";2025-03-01;datum;");
		List<Row> rows = excel(EDITION + "parameters?on=2025-06-30");
		assertThat(rows).hasSameSizeAs(lines);
		assertThat(rows.stream().filter((row) -> row.getCellText(5).equals("notice_months")).findFirst())
			.hasValueSatisfying((row) -> {
				assertThat(row.getCellAsNumber(6))
					.hasValueSatisfying((one) -> assertThat(one).isEqualByComparingTo("1"));
				assertThat(row.getCellText(7)).isEqualTo("månader");
			});
	}

	@Test
	void tellsOfElementsWithTheirChoices() {
		List<String> lines = swedish(EDITION + "elements");
		assertThat(lines.get(0)).isEqualTo("Uppdrag;Utgåva;Utgåvans rubrik;Uppgift;Uppgiftens namn;Kapitel;"
				+ "Kapitlets rubrik;Slags svar;Måttenhet;Rapporteras per;Källa;Källans namn;Hjälptext;Minsta värde;"
				+ "Största värde;Val;Får vara ej tillämplig;Personuppgift;Får visas för invånare");
		assertThat(line(lines, ";hsa_id;"))
			.startsWith(
					"kalmar-halsoval;2025-01;Hälsovalsuppdraget 2025 (modell);hsa_id;Enhetens HSA-id;administration;"
							+ "Uppdrag och administration;text;;år;self-report;enhetens självrapport;")
			.endsWith(";;;;nej;nej;nej");
		assertThat(line(lines, ";mental_health_roles;")).contains(";doctor: Läkare | nurse: Sjuksköterska | ");
	}

	@Test
	void tellsOfListedPersonsByTheHeadingsOfAnImport() {
		String unit = this.service.unit();
		Client commissioner = this.service.person(Role.COMMISSIONER);
		commissioner.put("/api/v1/units/" + unit + "/counts/2025-06-30", "{\"listed\": 8000, \"rub_4\": 500}",
				"If-None-Match", "*");
		Answer csv = commissioner.get("/api/v1/units/" + unit + "/counts?format=csv", "Accept-Language", "sv");
		String name = commissioner.get("/api/v1/units/" + unit).json().path("name").asString();
		assertThat(csv.text()).isEqualTo("\ufeffEnhet;Namn;Räknat den;Listade;RUB 4;RUB 5\r\n" + unit + ";" + name
				+ ";2025-06-30;8000;500;\r\n");
		assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"counts.csv\"");
		assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
		assertThat(commissioner.upload("/api/v1/units/import", "counts.csv", csv.bytes()).text())
			.isEqualTo("{\"added\":0,\"changed\":0,\"unchanged\":1,\"counts\":0}");
		assertThat(commissioner.get("/api/v1/units/" + unit + "/counts?format=ods").status()).isEqualTo(422);
		Client other = this.service.person(Role.MANAGER, this.service.unit());
		assertThat(other.get("/api/v1/units/" + unit + "/counts?format=csv").status()).isEqualTo(403);
	}

	private List<String> swedish(String path) {
		Answer answer = this.auditor.get(path + (path.contains("?") ? "&" : "?") + "format=csv", "Accept-Language",
				"sv");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return answer.text().substring(1).lines().toList();
	}

	private List<Row> excel(String path) throws IOException {
		byte[] file = this.auditor.get(path + "&format=xlsx", "Accept-Language", "sv").bytes();
		try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
			return book.getFirstSheet().read();
		}
	}

	private static String line(List<String> lines, String part) {
		return lines.stream().filter((line) -> line.contains(part)).findFirst().orElseThrow();
	}

	private Map<String, Object> noted() {
		return this.service.jdbc()
			.sql("select subject, details from audit_event where act = 'exported' and actor = ? order by seq desc limit 1")
			.param("person:" + this.auditor.get("/api/v1/me").json().path("person").asString())
			.query()
			.singleRow();
	}

}
