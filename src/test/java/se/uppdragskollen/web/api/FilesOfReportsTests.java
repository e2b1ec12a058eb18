package se.uppdragskollen.web.api;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What belongs to a report as files: every row says whose it is.
 */
class FilesOfReportsTests {

	private static final String EDITION = ";2025-01;Hälsovalsuppdraget 2025 (modell);";

	private final RunningService service = RunningService.shared();

	private final Centre centre = Centre.of(this.service);

	private final Client reviewer = this.service.person(Role.REVIEWER);

	private final String path = this.centre.path("2025-06");

	private final String whose = this.centre.unit() + ";"
			+ this.reviewer.get("/api/v1/units/" + this.centre.unit()).json().path("name").asString()
			+ ";kalmar-halsoval;2025-06;";

	@Test
	void tellsOfVersions() {
		handIn();
		List<String> lines = swedish(this.path + "/versions");
		assertThat(lines.get(0)).isEqualTo("Enhet;Namn;Uppdrag;Period;Rapportens version;Utgåva;Utgåvans rubrik;"
				+ "Revision;Rapportens fingeravtryck;Skäl;Undertecknad av;Undertecknad");
		assertThat(lines).hasSize(2);
		assertThat(lines.get(1)).startsWith(this.whose + "1" + EDITION + "sha256:")
			.matches(".*;;Test manager-\\d+;2025-07-08 \\d\\d:\\d\\d:\\d\\d");
		assertThat(noted())
			.isEqualTo("versions {\"report\":\"report:" + this.centre.unit() + "/kalmar-halsoval/2025-06\"}");
	}

	@Test
	void tellsOfDeadlines() {
		this.service.person(Role.COMMISSIONER)
			.post(this.path + "/deadline", "{\"due\":\"2025-07-31\",\"reason\":\"Byte av system\"}");
		List<String> lines = swedish(this.path + "/deadline");
		assertThat(lines.get(0)).isEqualTo("Enhet;Namn;Uppdrag;Period;Sista dag;Skäl;Flyttad av;Flyttad den");
		assertThat(lines).hasSize(2);
		assertThat(lines.get(1)).startsWith(this.whose + "2025-07-31;Byte av system;Test commissioner-")
			.containsPattern(";2025-07-08 \\d\\d:\\d\\d:\\d\\d$");
		assertThat(noted()).startsWith("deadlines ");
	}

	@Test
	void tellsOfEvidenceWhatTheReaderMaySee() {
		this.centre.open("2025-06");
		Answer file = this.centre.reporter()
			.upload(this.path + "/evidence?requirement=G24", "schema.txt", "Juni".getBytes(StandardCharsets.UTF_8));
		assertThat(file.status()).as(file.toString()).isEqualTo(201);
		assertThat(swedish(this.path + "/evidence")).hasSize(1);
		String csv = this.centre.reporter().get(this.path + "/evidence?format=csv", "Accept-Language", "en").text();
		List<String> lines = csv.lines().toList();
		assertThat(lines.get(0)).isEqualTo("Unit,Name,Assignment,Period,Evidence,File name,File type,"
				+ "Size in bytes,Checksum,Requirement,Requirement title,Added by,Added,Withdrawn,"
				+ "Part of a submitted report");
		assertThat(lines).hasSize(2);
		assertThat(lines.get(1))
			.startsWith(this.whose.replace(';', ',') + file.json().path("id").asString() + ",schema.txt,text/plain,4,")
			.contains(",G24,Contact by phone the same day,Test reporter-")
			.endsWith(",no,no");
	}

	@Test
	void tellsOfResults() throws InterruptedException {
		handIn();
		for (int i = 0; i < 300 && this.reviewer.get(this.path + "/result").status() != 200; i++) {
			Thread.sleep(100);
		}
		List<String> lines = swedish(this.path + "/results");
		assertThat(lines.get(0)).isEqualTo("Resultat;Enhet;Namn;Uppdrag;Period;Utgåva;Utgåvans rubrik;Revision;"
				+ "Rapportens version;Orsak;Sparat;Gäller nu;Ersätter resultat;Rapportens fingeravtryck;Motorns version");
		assertThat(lines).hasSize(2);
		assertThat(lines.get(1)).contains(";" + this.whose + EDITION.substring(1) + "sha256:")
			.contains(";1;rapporten lämnades in;2025-07-08 ", ";ja;;sha256:");
		assertThat(noted()).startsWith("results {\"report\":");
		assertThat(swedish("/api/v1/results?unit=" + this.centre.unit()).get(0)).endsWith(";Orsak;Sparat");
	}

	@Test
	void tellsOfReportsThatAreDue() {
		this.centre.open("2025-06");
		List<String> lines = swedish("/api/v1/reports?period=2025-06&unit=" + this.centre.unit());
		assertThat(lines).containsExactly(
				"Enhet;Namn;Uppdrag;Period;Utgåva;Utgåvans rubrik;Sista dag;Flyttad;Läge;Öppet utkast;"
						+ "Rapportens version;Inlämnad",
				this.whose.substring(0, this.whose.length() - 1) + EDITION + "2025-07-15;nej;påbörjad;ja;;");
	}

	private void handIn() {
		Answer answer = this.centre.handIn("2025-06",
				"{\"assessed_total\":{\"value\":400},\"assessed_within_3_days\":{\"value\":300}}");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
	}

	private List<String> swedish(String address) {
		Answer answer = this.reviewer.get(address + (address.contains("?") ? "&" : "?") + "format=csv",
				"Accept-Language", "sv");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return answer.text().substring(1).lines().toList();
	}

	/** The last export from the unit. */
	private String noted() {
		return this.service.jdbc()
			.sql("select subject || ' ' || details from audit_event where act = 'exported' and unit = ? order by seq desc "
					+ "limit 1")
			.param(this.centre.unit())
			.query(String.class)
			.single();
	}

}
