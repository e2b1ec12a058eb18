package se.uppdragskollen.web.api;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import se.uppdragskollen.web.api.OpenApiDocument.Operation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Some weeks of a region, in which every operation's example is asked once where it makes
 * sense: by somebody who may, of something that is there.
 */
final class OpenApiStory {

	static final String UNIT = "SE5566778899-A101";

	private static final String MERGED = "SE5566778899-A103";

	private final RunningService service;

	private final OpenApiDocument document;

	private final OpenApiCalls calls;

	private final Map<String, Answer> told = new LinkedHashMap<>();

	private final Map<String, Asked> asked = new HashMap<>();

	private final Client commissioner;

	private final Client reviewer;

	private final Client reporter;

	private final Client manager;

	private final Client auditor;

	private final Client administrator;

	OpenApiStory(RunningService service, OpenApiDocument document) {
		this.service = service;
		this.document = document;
		this.calls = new OpenApiCalls(document);
		List.of(UNIT, MERGED)
			.forEach((id) -> service.jdbc()
				.sql("insert into unit (id, name, municipality, operator, peer_group, opened) "
						+ "values (?, ?, 'Provköping', 'regional', 'provtagning', date '2020-01-01')")
				.params(id, "Provcentralen " + id.substring(13))
				.update());
		this.commissioner = service.person(Role.COMMISSIONER);
		this.reviewer = service.person(Role.REVIEWER);
		this.reporter = service.person(Role.REPORTER, UNIT);
		this.manager = service.person(Role.MANAGER, UNIT);
		this.auditor = service.person(Role.AUDITOR);
		this.administrator = service.person(Role.ADMINISTRATOR);
	}

	/** What was answered to each operation's example, by the operation's id. */
	Map<String, Answer> tell() {
		ask("me", this.manager);
		ask("description", this.service.anonymous());
		editions();
		selfReport();
		results();
		corrected();
		statements();
		cases();
		units();
		people();
		ask("listEvents", this.auditor);
		ask("proveLog", this.auditor);
		return this.told;
	}

	/** Asks for a list again, as a file. */
	Answer file(String id, String format) {
		Asked before = this.asked.get(id);
		Map<String, String> values = new HashMap<>(before.values());
		values.put("format", format);
		return again(id, before.who(), values);
	}

	private void editions() {
		for (String id : List.of("editions", "edition", "requirements", "requirement", "parameters", "elements",
				"evaluate")) {
			ask(id, this.reporter);
		}
	}

	private void selfReport() {
		ask("openDraft", this.reporter);
		ask("draft", this.reporter);
		ask("saveDraft", this.reporter, "If-Match", "\"1\"");
		ask("uploadDraft", this.reporter, "If-Match", "\"2\"");
		ask("previewDraft", this.reporter);
		ask("template", this.reporter);
		String kept = id(ask("attachEvidence", this.reporter));
		ask("listEvidence", this.reporter);
		ask("evidence", this.reporter, "id", kept);
		String wrong = id(again("attachEvidence", this.reporter));
		ask("withdrawEvidence", this.reporter, "id", wrong);
		ask("submit", this.manager, "If-Match", "\"3\"");
		ask("report", this.auditor);
		ask("listReports", this.auditor);
		ask("versions", this.auditor);
		ask("version", this.auditor);
		again("openDraft", this.reporter, "period", "2025-05");
		ask("discardDraft", this.reporter, "period", "2025-05", "If-Match", "\"1\"");
		ask("moveDeadline", this.commissioner);
		ask("deadlines", this.manager);
	}

	private void results() {
		awaitResult("");
		Answer current = ask("currentResult", this.manager);
		String id = current.json().path("stored").path("id").asString();
		ask("resultsOfReport", this.manager);
		ask("listResults", this.auditor);
		ask("result", this.auditor, "id", id);
		ask("resultReport", this.auditor, "id", id);
		ask("verifyResult", this.auditor, "id", id);
		ask("listOutcomes", this.auditor);
		ask("overview", this.reviewer);
		String run = id(ask("startRun", this.reviewer));
		ask("run", this.reviewer, "id", run);
		ask("listRuns", this.reviewer);
		String stopped = this.service.jdbc()
			.sql("insert into evaluation_run (assignment, from_day, to_day, current_rules, state, total, asked_by, "
					+ "asked_at, ended_at) select assignment, from_day, to_day, current_rules, 'cancelled', 0, "
					+ "asked_by, asked_at, asked_at from evaluation_run where id = ? returning id")
			.param(Long.valueOf(run))
			.query(String.class)
			.single();
		ask("cancelRun", this.reviewer, "id", stopped);
	}

	private void corrected() {
		String first = current();
		String version = again("report", this.reviewer).header("ETag");
		ask("returnReport", this.reviewer, "If-Match", version);
		again("saveDraft", this.reporter, "If-Match", "\"1\"", "body",
				"{\"entries\": {\"assessed_total\": {\"value\": 400}, \"assessed_within_3_days\": {\"value\": 210}, "
						+ "\"calls_incoming\": {\"value\": 1000}, \"calls_answered_same_day\": {\"value\": 310}}}");
		again("submit", this.manager, "If-Match", "\"2\"", "Idempotency-Key", "second-time");
		awaitResult(first);
		ask("difference", this.auditor, "id", current());
	}

	private String current() {
		return again("currentResult", this.manager).json().path("stored").path("id").asString();
	}

	private void statements() {
		String value = id(ask("enterRegisterValue", this.commissioner));
		ask("importRegisterValues", this.commissioner);
		ask("listRegisterValues", this.manager);
		ask("withdrawRegisterValue", this.commissioner, "id", value);
		ask("withdrawExemption", this.reviewer, "id", id(ask("proposeExemption", this.reviewer)), "If-Match", "\"1\"");
		String exemption = id(again("proposeExemption", this.reviewer));
		ask("listExemptions", this.manager);
		ask("exemption", this.manager, "id", exemption);
		ask("decideExemption", this.commissioner, "id", exemption, "If-Match", "\"1\"");
		ask("endExemption", this.commissioner, "id", exemption, "If-Match", "\"2\"");
		String signal = id(ask("noteSignal", this.reviewer));
		ask("listSignals", this.manager);
		ask("withdrawSignal", this.reviewer, "id", signal);
		ask("giveSignal", this.manager);
		String token = ask("inviteSignal", this.reviewer).json().path("token").asString();
		ask("signalForm", this.service.anonymous(), "token", token);
		ask("answerSignalLink", this.service.anonymous(), "token", token);
		String link = again("inviteSignal", this.reviewer).json().path("link").path("id").asString();
		ask("revokeSignalLink", this.reviewer, "id", link);
		ask("listSignalLinks", this.reviewer);
	}

	private void cases() {
		Answer list = ask("listCases", this.reviewer);
		String id = list.json().path("items").get(0).path("id").asString();
		String version = ask("case", this.reviewer, "id", id).header("ETag");
		ask("confirmCases", this.reviewer, "body",
				this.document.operation("confirmCases")
					.body()
					.path("application/json")
					.path("example")
					.toString()
					.replace("\"id\":7,\"version\":1", "\"id\":" + id + ",\"version\":" + version.replace("\"", "")));
		ask("note", this.reviewer, "id", id);
		Answer action = ask("addAction", this.manager, "id", id);
		ask("changeAction", this.manager, "id", id, "action",
				action.json().path("actions").get(0).path("id").asString(), "If-Match", "\"1\"");
		ask("act", this.reviewer, "id", id, "If-Match", again("case", this.reviewer, "id", id).header("ETag"));
		ask("precedents", this.reviewer, "id", id);
	}

	private void units() {
		ask("registerUnit", this.commissioner);
		ask("unit", this.reporter);
		ask("changeUnit", this.commissioner, "id", "SE5566778899-A110", "If-Match", "\"1\"");
		ask("listUnits", this.reporter);
		ask("importUnits", this.commissioner);
		ask("enterCount", this.commissioner, "If-Match", OpenApiCalls.NONE);
		ask("count", this.manager);
		ask("counts", this.manager);
		ask("mergeUnit", this.commissioner, "id", MERGED, "If-Match", "\"1\"");
	}

	private void people() {
		String id = id(ask("registerPerson", this.administrator));
		ask("person", this.administrator, "id", id);
		ask("changePerson", this.administrator, "id", id, "If-Match", "\"1\"");
		ask("assignRoles", this.administrator, "id", id, "If-Match", "\"2\"");
		ask("listPeople", this.administrator);
	}

	private static String id(Answer answer) {
		return answer.json().path("id").asString();
	}

	/** Asks an example, and wants what is described for it when all goes well. */
	private Answer ask(String id, Client who, String... other) {
		Answer answer = again(id, who, other);
		assertThat(this.told.put(id, answer)).as("asked twice: " + id).isNull();
		if (answer.header("Content-Type").startsWith("application/json") && answer.json().has("next")) {
			assertThat(answer.json().path("items")).as(id + " finds nothing").isNotEmpty();
		}
		return answer;
	}

	private Answer again(String id, Client who, String... other) {
		Map<String, String> values = new HashMap<>();
		for (int i = 0; i < other.length; i += 2) {
			values.put(other[i], other[i + 1]);
		}
		this.asked.putIfAbsent(id, new Asked(who, values));
		return again(id, who, values);
	}

	private Answer again(String id, Client who, Map<String, String> values) {
		Operation operation = this.document.operation(id);
		Answer answer = this.calls.call(operation, who, values);
		assertThat(answer.status()).as(operation + " " + answer).isBetween(200, 299);
		assertThat(this.document.problems(operation, answer)).as(operation + " " + answer).isEmpty();
		return answer;
	}

	/** Waits until the report has a result, another one than this. */
	private void awaitResult(String before) {
		Operation operation = this.document.operation("currentResult");
		for (int i = 0; i < 300; i++) {
			Answer answer = this.calls.call(operation, this.manager, Map.of());
			if (answer.status() == 200 && !answer.json().path("stored").path("id").asString().equals(before)) {
				return;
			}
			pause();
		}
		throw new AssertionError("no result within a minute");
	}

	private static void pause() {
		try {
			Thread.sleep(200);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Who asked, and what otherwise than the example.
	 */
	private record Asked(Client who, Map<String, String> values) {

	}

}
