package se.uppdragskollen.selfreport;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Fingerprint;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A manager hands in, a reviewer sends back, the centre corrects; nothing is overwritten.
 */
class SubmissionTests {

	private static final String ENTRIES = "{\"assessed_total\":{\"value\":400,\"comment\":\"prel.\"},"
			+ "\"assessed_within_3_days\":{\"value\":371},\"calls_incoming\":{\"unknown\":true}}";

	private final RunningService service = RunningService.shared();

	private final Centre centre = Centre.of(this.service);

	private final Client reviewer = this.service.person(Role.REVIEWER);

	@Test
	void keepsWhatIsHandedIn() {
		Answer submitted = this.centre.handIn("2025-06", ENTRIES);
		assertThat(submitted.header("Location")).isEqualTo(this.centre.path("2025-06") + "/versions/1");
		assertThat(submitted.json().path("number").asInt()).isEqualTo(1);
		assertThat(this.centre.reporter().get(this.centre.path("2025-06") + "/draft").status()).isEqualTo(404);
		JsonNode version = this.reviewer.get(this.centre.path("2025-06") + "/versions/1").json();
		String content = "{\"unit\":\"" + this.centre.unit() + "\",\"assignment\":\"kalmar-halsoval\","
				+ "\"period\":\"2025-06\",\"handed_in\":\"2025-07-08\",\"values\":{\"assessed_total\":400,"
				+ "\"assessed_within_3_days\":371},\"history\":{},\"peers\":{}}";
		assertThat(version.path("fingerprint").asString()).isEqualTo(Fingerprint.of(kept().content()));
		assertThat(version.path("content").path("values").toString())
			.isEqualTo("{\"assessed_total\":400,\"assessed_within_3_days\":371}");
		assertThat(version.path("content").path("handed_in").asString()).isEqualTo("2025-07-08");
		assertThat(content).startsWith(kept().content().substring(0, kept().content().indexOf("}}") + 1));
		assertThat(version.path("entries").path("assessed_total").path("comment").asString()).isEqualTo("prel.");
		assertThat(version.path("entries").path("calls_incoming").path("unknown").asBoolean()).isTrue();
		assertThat(version.path("changes").isEmpty()).isTrue();
		assertThat(version.path("edition").asString()).isEqualTo("2025-01");
		assertThat(this.centre.status("2025-06")).isEqualTo("submitted");
	}

	@Test
	void neverChangesOrRemovesAVersion() {
		this.centre.handIn("2025-06", ENTRIES);
		assertThatThrownBy(() -> this.service.jdbc()
			.sql("update report_version set content = '' where unit = ?")
			.param(this.centre.unit())
			.update()).isInstanceOf(DataAccessException.class);
		assertThatThrownBy(() -> this.service.jdbc()
			.sql("delete from report_version where unit = ?")
			.param(this.centre.unit())
			.update()).isInstanceOf(DataAccessException.class);
	}

	@Test
	void tellsAllThatIsWrongAtOnceAndKeepsTheDraft() {
		this.centre.open("2025-06");
		this.centre.save("2025-06", 1, "{\"assessed_total\":{\"value\":40},\"assessed_within_3_days\":{\"value\":41},"
				+ "\"calls_incoming\":{\"value\":\"många\"}}");
		Answer answer = this.centre.submit("2025-06", 2, "{\"confirm\":true}");
		assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
		assertThat(answer.json().path("errors").findValuesAsString("pointer"))
			.contains("/entries/calls_incoming/value");
		assertThat(this.centre.reporter().get(this.centre.path("2025-06") + "/draft").header("ETag"))
			.isEqualTo("\"2\"");
		this.centre.save("2025-06", 2, "{\"assessed_total\":{\"value\":40},\"assessed_within_3_days\":{\"value\":41}}");
		assertThat(this.centre.submit("2025-06", 3, "{\"confirm\":true}")
			.json()
			.path("errors")
			.findValuesAsString("pointer")).containsExactly("/entries/assessed_within_3_days/value");
	}

	@Test
	void refusesWhatCannotBeHandedIn() {
		this.centre.open("2025-06");
		assertThat(key(this.centre.submit("2025-06", 1, "{\"confirm\":true}"))).isEqualTo("report-empty");
		this.centre.save("2025-06", 1, ENTRIES);
		assertThat(this.centre.submit("2025-06", 1, "{\"confirm\":true}").status()).isEqualTo(412);
		assertThat(key(this.centre.submit("2025-06", 2, "{}"))).isEqualTo("confirm-missing");
		assertThat(key(this.centre.submit("2025-06", 2, "{\"confirm\":true,\"reason\":\"x\"}")))
			.isEqualTo("reason-without-correction");
		assertThat(this.centre.submit("2025-06", 2, "{\"confirm\":true,\"other\":1}").status()).isEqualTo(400);
		String submissions = this.centre.path("2025-06") + "/submissions";
		assertThat(this.centre.manager().post(submissions, "{\"confirm\":true}", "If-Match", "\"2\"").status())
			.isEqualTo(422);
		assertThat(
				this.centre.manager().post(submissions, "{\"confirm\":true}", "Idempotency-Key", Centre.key()).status())
			.isEqualTo(428);
		assertThat(key(this.centre.reporter()
			.post(submissions, "{\"confirm\":true}", "If-Match", "\"2\"", "Idempotency-Key", Centre.key())))
			.isEqualTo("not-your-role");
		assertThat(key(Centre.of(this.service)
			.manager()
			.post(submissions, "{\"confirm\":true}", "If-Match", "\"2\"", "Idempotency-Key", Centre.key())))
			.isEqualTo("other-unit");
		this.centre.open("2025-07");
		this.centre.save("2025-07", 1, "{\"assessed_total\":{\"value\":40}}");
		assertThat(key(this.centre.submit("2025-07", 2, "{\"confirm\":true}"))).isEqualTo("period-not-over");
		assertThat(this.centre.submit("2025-06", 2, "{\"confirm\":true}").status()).isEqualTo(201);
	}

	@Test
	void handsInOnceHoweverOftenItIsAsked() throws Exception {
		this.centre.open("2025-06");
		this.centre.save("2025-06", 1, ENTRIES);
		String key = Centre.key();
		Callable<Answer> ask = () -> this.centre.manager()
			.post(this.centre.path("2025-06") + "/submissions", "{\"confirm\":true}", "If-Match", "\"2\"",
					"Idempotency-Key", key);
		ExecutorService threads = Executors.newFixedThreadPool(10);
		List<String> answers = new ArrayList<>();
		for (Future<Answer> answer : threads.invokeAll(Collections.nCopies(10, ask))) {
			answers.add(answer.get().toString());
		}
		threads.shutdown();
		assertThat(answers).allMatch((answer) -> answer.startsWith("201 ") && answer.equals(answers.get(0)));
		assertThat(this.service.jdbc()
			.sql("select count(*) from report_version where unit = ?")
			.param(this.centre.unit())
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThat(this.service.jdbc()
			.sql("select count(*) from audit_event where unit = ? and act = 'submit-report'")
			.param(this.centre.unit())
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	void correctsByANewVersionWithAReason() {
		this.centre.handIn("2025-06", ENTRIES);
		Answer draft = this.centre.open("2025-06");
		assertThat(draft.status()).isEqualTo(201);
		assertThat(draft.json().path("entries").path("assessed_total").toString())
			.isEqualTo("{\"value\":400,\"comment\":\"prel.\"}");
		assertThat(this.centre.status("2025-06")).isEqualTo("submitted");
		this.centre.save("2025-06", 1, ENTRIES.replace("400", "410"));
		assertThat(key(this.centre.submit("2025-06", 2, "{\"confirm\":true}"))).isEqualTo("reason-missing");
		assertThat(this.centre.submit("2025-06", 2, "{\"confirm\":true,\"reason\":\"för 19121212-1212\"}").status())
			.isEqualTo(422);
		Answer corrected = this.centre.submit("2025-06", 2, "{\"confirm\":true,\"reason\":\"Tio saknades\"}");
		assertThat(corrected.status()).as(corrected.toString()).isEqualTo(201);
		JsonNode second = this.reviewer.get(this.centre.path("2025-06") + "/versions/2").json();
		assertThat(second.path("reason").asString()).isEqualTo("Tio saknades");
		assertThat(second.path("changes").toString()).isEqualTo("[{\"element\":\"assessed_total\","
				+ "\"before\":{\"value\":400,\"comment\":\"prel.\"},\"after\":{\"value\":410,\"comment\":\"prel.\"}}]");
		JsonNode versions = this.reviewer.get(this.centre.path("2025-06") + "/versions").json();
		assertThat(versions.path("items").findValuesAsString("number")).containsExactly("1", "2");
		assertThat(this.reviewer.get(this.centre.path("2025-06") + "/versions/1")
			.json()
			.path("content")
			.path("values")
			.path("assessed_total")
			.asInt()).isEqualTo(400);
		assertThat(kept().number()).isEqualTo(2);
		assertThat(this.service.get(SelfReports.class).latestOfUnit(this.centre.unit(), "kalmar-halsoval"))
			.extracting(SubmittedReport::number)
			.containsExactly(2);
	}

	@Test
	void isSentBackForCompletion() {
		this.centre.handIn("2025-06", ENTRIES);
		String path = this.centre.path("2025-06") + "/return";
		assertThat(this.reviewer.post(path, "{\"reason\":\"x\"}").status()).isEqualTo(428);
		assertThat(key(this.reviewer.post(path, "{\"reason\":\" \"}", "If-Match", etag()))).isEqualTo("reason-missing");
		assertThat(this.centre.manager().post(path, "{\"reason\":\"x\"}", "If-Match", etag()).status()).isEqualTo(403);
		assertThat(this.reviewer.post(path, "{\"reason\":\"x\"}", "If-Match", "\"99\"").status()).isEqualTo(412);
		Answer returned = this.reviewer.post(path, "{\"reason\":\"Samtalen saknas\"}", "If-Match", etag());
		assertThat(returned.status()).as(returned.toString()).isEqualTo(200);
		assertThat(returned.json().path("report").path("status").asString()).isEqualTo("returned");
		assertThat(this.reviewer.post(path, "{\"reason\":\"x\"}", "If-Match", etag()).status()).isEqualTo(409);
		JsonNode report = this.centre.report("2025-06").json();
		assertThat(report.path("returned_reason").asString()).isEqualTo("Samtalen saknas");
		JsonNode draft = this.centre.reporter().get(this.centre.path("2025-06") + "/draft").json();
		assertThat(draft.path("entries").path("assessed_total").path("value").asInt()).isEqualTo(400);
		assertThat(this.centre.submit("2025-06", 1, "{\"confirm\":true}").status()).isEqualTo(201);
		assertThat(this.centre.status("2025-06")).isEqualTo("submitted");
		assertThat(this.centre.report("2025-06").json().path("returned_reason").isNull()).isTrue();
	}

	@Test
	void leavesTheCentresOwnDraftAloneWhenSentBack() {
		this.centre.handIn("2025-06", ENTRIES);
		this.centre.open("2025-06");
		this.centre.save("2025-06", 1, "{\"assessed_total\":{\"value\":1}}");
		assertThat(this.reviewer
			.post(this.centre.path("2025-06") + "/return", "{\"reason\":\"Komplettera\"}", "If-Match", etag())
			.status()).isEqualTo(200);
		Answer draft = this.centre.reporter().get(this.centre.path("2025-06") + "/draft");
		assertThat(draft.header("ETag")).isEqualTo("\"2\"");
		assertThat(draft.json().path("entries").toString()).isEqualTo("{\"assessed_total\":{\"value\":1}}");
	}

	@Test
	void streamsTheNewestVersions() {
		this.centre.handIn("2025-05", ENTRIES);
		this.centre.handIn("2025-06", ENTRIES);
		List<String> found = new ArrayList<>();
		this.service.get(SelfReports.class)
			.forEachLatest("kalmar-halsoval", java.time.LocalDate.of(2025, 5, 1), java.time.LocalDate.of(2025, 6, 30),
					(one) -> {
						if (one.unit().equals(this.centre.unit())) {
							found.add(one.period().toString());
						}
					});
		assertThat(found).containsExactly("2025-05", "2025-06");
		assertThat(this.service.get(SelfReports.class)
			.latestOfPeriod("kalmar-halsoval", Period.parse("2025-05").orElseThrow())).extracting(SubmittedReport::unit)
			.contains(this.centre.unit())
			.isSorted();
	}

	private SubmittedReport kept() {
		return this.service.get(SelfReports.class)
			.latest(this.centre.unit(), "kalmar-halsoval", Period.parse("2025-06").orElseThrow())
			.orElseThrow();
	}

	private String etag() {
		return this.centre.report("2025-06").header("ETag");
	}

	private static String key(Answer answer) {
		String type = answer.json().path("type").asString();
		return type.substring(type.lastIndexOf(':') + 1);
	}

}
