package se.uppdragskollen.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reviewer and centre work on cases, asked as other systems ask.
 */
class CaseDialogueTests {

	private final RunningService service = RunningService.shared();

	private final ToldResults results = new ToldResults(this.service);

	private final String unit = this.service.unit();

	private Client reviewer = this.service.person(Role.REVIEWER);

	private final Client manager = this.service.person(Role.MANAGER, this.unit);

	private final Client other = this.service.person(Role.MANAGER, this.service.unit());

	private long id;

	@AfterEach
	void resetClock() {
		this.service.clock().moveTo(RunningService.TODAY);
	}

	@Test
	void goesFromFindingToClosedCase() {
		long result = open("G24", "2025-05", "yellow");
		assertThat(act(this.reviewer, "confirm", "Svara gärna kort.").path("due").asString()).isEqualTo("2025-07-22");
		assertThat(act(this.manager, "answer", "Vi saknade en sjuksköterska.").path("due").isNull()).isTrue();
		assertThat(act(this.reviewer, "open-dialogue", "").path("due").asString()).isEqualTo("2025-08-07");
		assertThat(asked(this.reviewer, "agree", "").status()).isEqualTo(409);
		JsonNode proposed = this.manager
			.post(path() + "/actions",
					"{\"text\": \"Bemanna telefonen\", \"owner\": \"Chefen\", \"due\": \"2025-09-01\"}")
			.json();
		assertThat(proposed.path("actions").get(0).path("state").asString()).isEqualTo("proposed");
		assertThat(act(this.reviewer, "agree", "").path("due").asString()).isEqualTo("2025-09-01");
		long action = proposed.path("actions").get(0).path("id").asLong();
		Answer done = this.manager.put(path() + "/actions/" + action, "{\"state\": \"done\", \"note\": \"Klart\"}",
				"If-Match", "\"2\"");
		assertThat(done.json().path("actions").get(0).path("state").asString()).as(done.toString()).isEqualTo("done");
		assertThat(act(this.reviewer, "re-check", "").path("due").asString()).isEqualTo("2025-10-06");
		Answer early = asked(this.reviewer, "close", "Bra.");
		assertThat(early.status()).isEqualTo(409);
		assertThat(early.json().path("detail").asString())
			.isEqualTo("Återkontrollen väntar på en rapport för en senare "
					+ "period än 2025-05. Öppna ärendet igen om det ska stängas utan den.");
		this.results.tell(this.unit, "2025-06", "G24", "met");
		JsonNode closed = act(this.reviewer, "close", "Bra.");
		assertThat(words(closed.path("acts"), "act")).containsExactly("opened", "confirm", "answer", "open-dialogue",
				"add-action", "agree", "change-action", "re-check", "close");
		assertThat(closed.path("state").asString() + " " + closed.path("course").asString())
			.isEqualTo("closed resolved");
		assertThat(closed.path("findings").get(0).path("result").asLong()).isEqualTo(result);
		assertThat(words(closed, "may")).containsExactly("reopen", "note");
		assertThat(audited()).containsExactly("case-confirm", "case-answer", "case-open-dialogue", "case-add-action",
				"case-agree", "case-change-action", "case-re-check", "case-close");
	}

	@Test
	void showsTheCaseWhole() {
		long result = open("G24", "2025-05", "yellow");
		this.service.jdbc()
			.sql("update follow_up_case set opened_at = timestamptz '2025-07-08 09:00+02' where id = ?")
			.param(this.id)
			.update();
		Answer answer = this.reviewer.get(path());
		assertThat(answer.header("ETag")).isEqualTo("\"1\"");
		assertThat(answer.text()
			.replaceAll("\"at\":\"[^\"]*\"", "\"at\":\"T\"")
			.replaceAll("\"acts\":\\[\\{\"id\":\\d+", "\"acts\":[{\"id\":0"))
			.isEqualTo("{\"id\":" + this.id + ",\"unit\":\"" + this.unit + "\",\"unit_name\":\"Provcentralen "
					+ this.unit.substring(13) + "\",\"assignment\":\"kalmar-halsoval\",\"edition\":\"2025-01\","
					+ "\"requirement\":\"G24\",\"title\":{\"sv\":\"Telefonkontakt samma dag\","
					+ "\"en\":\"Contact by phone the same day\"},\"chapter\":\"accessibility\",\"kind\":\"deviation\","
					+ "\"severity\":\"yellow\",\"course\":\"new\",\"state\":\"proposed\",\"earlier\":null,"
					+ "\"ladder_step\":null,\"first_period\":\"2025-05\",\"last_period\":\"2025-05\",\"reviewer\":null,"
					+ "\"due\":null,\"remind_on\":null,\"overdue\":false,\"opened_at\":\"2025-07-08T07:00:00Z\","
					+ "\"confirmed_at\":null,\"closed_at\":null,\"version\":1,"
					+ "\"kind_text\":{\"sv\":\"avvikelse\",\"en\":\"deviation\"},"
					+ "\"state_text\":{\"sv\":\"föreslagen\",\"en\":\"proposed\"},\"ladder_title\":null,"
					+ "\"escalation\":null,\"recheck_ready\":false,\"findings\":[{\"period\":\"2025-05\","
					+ "\"outcome\":\"not-met\",\"kind\":\"deviation\",\"severity\":\"yellow\",\"result\":" + result
					+ "}],\"acts\":[{\"id\":0,\"act\":\"opened\",\"act_text\":{\"sv\":\"öppnades av systemet\","
					+ "\"en\":\"opened by the system\"},\"from_state\":null,\"to_state\":\"proposed\",\"text\":\"\","
					+ "\"shared\":false,\"due\":null,\"about\":null,\"by\":null,\"at\":\"T\"}],\"actions\":[],"
					+ "\"may\":[\"confirm\",\"dismiss\",\"assign\",\"note\"]}");
	}

	@Test
	void theCentreSeesNothingBeforeItIsConfirmedNorWhatTheRegionKeepsToItself() {
		open("G24", "2025-05", "yellow");
		assertThat(this.manager.get(path()).status()).isEqualTo(404);
		assertThat(listed(this.manager, "")).isEmpty();
		this.reviewer.post(path() + "/notes", "{\"text\": \"Hemligt: ring först.\"}");
		act(this.reviewer, "confirm", "Svara gärna.");
		this.reviewer.post(path() + "/notes", "{\"text\": \"Också hemligt.\", \"shared\": false}");
		this.reviewer.post(path() + "/notes", "{\"text\": \"Vi ses på torsdag.\"}");
		assertThat(this.manager.post(path() + "/notes", "{\"text\": \"Det gör vi.\", \"shared\": false}").status())
			.isEqualTo(422);
		this.manager.post(path() + "/notes", "{\"text\": \"Det gör vi.\"}");
		JsonNode seen = this.manager.get(path()).json();
		assertThat(words(seen.path("acts"), "text")).containsExactly("Svara gärna.", "Vi ses på torsdag.",
				"Det gör vi.");
		assertThat(words(seen, "may")).containsExactly("answer", "note", "add-action", "change-action");
		assertThat(words(this.reviewer.get(path()).json().path("acts"), "text")).containsExactly("",
				"Hemligt: ring först.", "Svara gärna.", "Också hemligt.", "Vi ses på torsdag.", "Det gör vi.");
		assertThat(listed(this.manager, "")).containsExactly(this.id);
		assertThat(this.other.get(path()).status()).isEqualTo(404);
		assertThat(listed(this.other, "")).isEmpty();
		assertThat(this.manager.get(path() + "/precedents").status()).isEqualTo(403);
	}

	@Test
	void theServiceAloneClosesBeforeAnybodyLookedAndTheCentreNeverKnows() {
		open("G24", "2025-05", "yellow");
		this.results.tell(this.unit, "2025-05", "G24", "met");
		assertThat(this.manager.get(path()).status()).isEqualTo(404);
		assertThat(asked(this.reviewer, "reopen", "Ändå.").status()).isEqualTo(409);
	}

	@Test
	void oneOfTwoReviewersWinsAndTheOtherIsTold() throws Exception {
		open("G24", "2025-05", "yellow");
		Client second = this.service.person(Role.REVIEWER);
		ExecutorService both = Executors.newFixedThreadPool(2);
		Future<Answer> one = both.submit(() -> post(this.reviewer, "confirm", "Ja", "\"1\""));
		Future<Answer> two = both.submit(() -> post(second, "dismiss", "Nej", "\"1\""));
		List<Answer> answers = List.of(one.get(), two.get());
		both.shutdown();
		assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 412);
		Answer won = answers.get((answers.get(0).status() == 200) ? 0 : 1);
		Answer lost = answers.get((answers.get(0).status() == 200) ? 1 : 0);
		assertThat(lost.json().path("current").path("state")).isEqualTo(won.json().path("state"));
		assertThat(lost.json().path("current").path("version").asLong()).isEqualTo(2);
		assertThat(this.reviewer.post(path() + "/acts", "{\"act\": \"close\", \"text\": \"x\"}").status())
			.isEqualTo(428);
	}

	@Test
	void answersAreDueInSwedishWorkingDaysAcrossChristmas() {
		this.service.clock().moveTo(LocalDate.of(2025, 12, 19));
		this.reviewer = this.service.person(Role.REVIEWER);
		open("G24", "2025-10", "yellow");
		JsonNode confirmed = act(this.reviewer, "confirm", "");
		// 22, 23, 29, 30 Dec, 2, 5, 7, 8, 9, 12 Jan: no eves, no Epiphany
		assertThat(confirmed.path("due").asString()).isEqualTo("2026-01-12");
		assertThat(confirmed.path("remind_on").asString()).isEqualTo("2026-01-02");
		assertThat(confirmed.path("overdue").asBoolean()).isFalse();
		assertThat(listed(this.reviewer, "&overdue=true")).isEmpty();
		this.service.clock().moveTo(LocalDate.of(2026, 1, 13));
		this.reviewer = this.service.person(Role.REVIEWER);
		assertThat(listed(this.reviewer, "&overdue=true")).containsExactly(this.id);
		assertThat(this.reviewer.get(path()).json().path("overdue").asBoolean()).isTrue();
		assertThat(extend("2026-01-12").status()).isEqualTo(422);
		assertThat(extend("2026-01-30").json().path("due").asString()).isEqualTo("2026-01-30");
		assertThat(listed(this.reviewer, "&overdue=true")).isEmpty();
	}

	@Test
	void redIsDueSooner() {
		open("G24", "2025-05", "red");
		assertThat(act(this.reviewer, "confirm", "").path("due").asString()).isEqualTo("2025-07-15");
	}

	@Test
	void climbsTheLadderStepByStepWithFourEyes() {
		open("G24", "2025-05", "red");
		act(this.reviewer, "confirm", "");
		assertThat(asked(this.reviewer, "escalate", " ").status()).isEqualTo(422);
		JsonNode remark = act(this.reviewer, "escalate", "Inget svar.");
		assertThat(remark.path("ladder_step").asString() + " " + remark.path("due").asString())
			.isEqualTo("remark 2025-07-22");
		assertThat(asked(this.reviewer, "escalate", "Vidare.").status()).isEqualTo(409);
		JsonNode proposed = act(this.reviewer, "propose-escalation", "Vidare.");
		assertThat(proposed.path("escalation").path("step").asString()).isEqualTo("warning");
		assertThat(words(proposed, "may")).doesNotContain("escalate", "propose-escalation");
		Answer alone = asked(this.reviewer, "escalate", "Vidare.");
		assertThat(alone.status()).isEqualTo(403);
		assertThat(alone.json().path("detail").asString())
			.isEqualTo("Du har själv föreslagit steget. En annan granskare eller en beställare måste ta det.");
		assertThat(this.manager.get(path()).text()).doesNotContain("Vidare.", "warning", "varning");
		Client commissioner = this.service.person(Role.COMMISSIONER);
		assertThat(words(commissioner.get(path()).json(), "may")).containsExactly("decline-escalation", "escalate");
		assertThat(act(commissioner, "escalate", "Skriftligt.").path("ladder_step").asString()).isEqualTo("warning");
		assertThat(asked(commissioner, "escalate", "En till.").status()).isEqualTo(409);
		JsonNode seen = this.manager.get(path()).json();
		assertThat(seen.path("ladder_title").path("sv").asString()).isEqualTo("Skriftlig varning");
		assertThat(act(this.manager, "answer", "Vi svarar.").path("state").asString()).isEqualTo("escalated");
	}

	@Test
	void aQuestionIsNoDeviationUntilAReviewerSaysWhy() {
		open("U13", "2025-Q1", "yellow");
		act(this.reviewer, "confirm", "");
		JsonNode seen = this.manager.get(path()).json();
		assertThat(seen.path("kind_text").path("sv").asString()).isEqualTo("fråga till dialogen");
		assertThat(seen.toString().toLowerCase()).doesNotContain("avvik", "deviation", "brist", "breach");
		this.results.tell(this.unit, "2025-Q2", "U13", "red");
		assertThat(this.reviewer.get(path()).json().path("kind").asString()).isEqualTo("question");
		assertThat(asked(this.reviewer, "escalate", "Nu.").status()).isEqualTo(409);
		assertThat(asked(this.manager, "raise-to-deviation", "Nej.").status()).isEqualTo(403);
		assertThat(asked(this.reviewer, "raise-to-deviation", "").status()).isEqualTo(422);
		assertThat(act(this.reviewer, "raise-to-deviation", "Tredje året.").path("kind").asString())
			.isEqualTo("deviation");
		this.results.tell(this.unit, "2025-Q3", "U13", "white");
		assertThat(this.reviewer.get(path()).json().path("kind").asString()).isEqualTo("deviation");
		assertThat(audited()).contains("case-raise-to-deviation");
		assertThat(act(this.reviewer, "escalate", "Nu.").path("ladder_step").asString()).isEqualTo("remark");
	}

	@Test
	void confirmsAllOrNone() {
		List<Long> ids = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			String one = this.service.unit();
			this.results.tell(one, "2025-05", "G24", "yellow");
			ids.add(this.results.newest(one));
		}
		Answer outdated = confirm(ids, 1, 1, 7);
		assertThat(outdated.status()).isEqualTo(412);
		assertThat(outdated.json().path("current").path("id").asLong()).isEqualTo(ids.get(2));
		assertThat(states(ids)).containsExactly("proposed", "proposed", "proposed");
		Answer all = confirm(ids, 1, 1, 1);
		assertThat(all.status()).as(all.toString()).isEqualTo(200);
		assertThat(states(ids)).containsExactly("confirmed", "confirmed", "confirmed");
		assertThat(words(all.json().path("items"), "due")).containsExactly("2025-07-22", "2025-07-22", "2025-07-22");
		assertThat(confirm(ids, 2, 2, 2).status()).isEqualTo(409);
		assertThat(confirm(List.of(ids.get(0), ids.get(0)), 2, 2).status()).isEqualTo(422);
	}

	@Test
	void refusesPersonalNumbersAndOverlongTexts() {
		open("G24", "2025-05", "yellow");
		Answer personal = asked(this.reviewer, "confirm", "Gäller 811218-9876.");
		assertThat(personal.status()).isEqualTo(422);
		assertThat(personal.text()).doesNotContain("811218");
		assertThat(personal.json().path("errors").get(0).path("pointer").asString()).isEqualTo("/text");
		assertThat(asked(this.reviewer, "confirm", "x".repeat(4001)).status()).isEqualTo(422);
		assertThat(asked(this.reviewer, "confirm", "a\\u0000b").status()).isEqualTo(400);
		act(this.reviewer, "confirm", "");
		assertThat(this.manager
			.post(path() + "/actions", "{\"text\": \"Ring 811218-9876\", \"owner\": \"\", \"due\": \"2020-01-01\"}")
			.json()
			.path("errors")
			.size()).isEqualTo(3);
		assertThat(this.manager.post(path() + "/notes", "{\"text\": \"811218-9876\"}").status()).isEqualTo(422);
	}

	@Test
	void assignsOnlyWhoMayReviewTheUnit() {
		open("G24", "2025-05", "yellow");
		long manager = this.manager.get("/api/v1/me").json().path("person").asLong();
		assertThat(this.reviewer
			.post(path() + "/acts", "{\"act\": \"assign\", \"reviewer\": " + manager + "}", "If-Match", "\"1\"")
			.status()).isEqualTo(422);
		JsonNode mine = act(this.reviewer, "assign", "");
		long me = mine.path("reviewer").path("id").asLong();
		assertThat(listed(this.reviewer, "&reviewer=" + me)).containsExactly(this.id);
		assertThat(this.reviewer.get("/api/v1/cases?reviewer=" + me + "&format=csv").text())
			.containsPattern(";avvikelse;gul;ny;föreslagen;.*;2025-07-08 \\d\\d:\\d\\d:\\d\\d;");
		assertThat(this.reviewer.get("/api/v1/cases?reviewer=" + me + "&format=csv").text().lines().count())
			.isEqualTo(2);
	}

	@Test
	void showsEarlierDecisionsOnTheSameRequirement() {
		String elsewhere = this.service.unit();
		this.results.tell(elsewhere, "2025-Q1", "G31", "yellow");
		this.id = this.results.newest(elsewhere);
		act(this.reviewer, "dismiss", "Bygget var klart i mars.");
		long before = this.id;
		open("G31", "2025-Q1", "yellow");
		JsonNode first = this.reviewer.get(path() + "/precedents").json().path("items").get(0);
		assertThat(first.path("case").path("id").asLong()).isEqualTo(before);
		assertThat(words(first.path("acts"), "text")).containsExactly("Bygget var klart i mars.");
		List<String> file = this.reviewer.get(path() + "/precedents?format=csv").text().substring(1).lines().toList();
		assertThat(file.get(0)).isEqualTo("Ärende;Enhet;Namn;Krav;Rubrik;Iakttagelse;Allvarlighetsgrad;Förlopp;Läge;"
				+ "Första period;Senaste period;Handling;Skäl för beslutet;Beslutad av;Beslutad;Utgåva;Utgåvans rubrik");
		assertThat(file.get(1)).startsWith(before + ";" + elsewhere + ";")
			.contains(";G31;", ";avvikelse;gul;ny;avskriven;2025-Q1;2025-Q1;avskriv;Bygget var klart i mars.;Test ")
			.endsWith(";2025-01;Hälsovalsuppdraget 2025 (modell)");
		assertThat(this.manager.get(path() + "/precedents?format=csv").status()).isIn(403, 404);
	}

	private long open(String requirement, String period, String severity) {
		long result = this.results.tell(this.unit, period, requirement, severity);
		this.id = this.results.newest(this.unit);
		return result;
	}

	private String path() {
		return "/api/v1/cases/" + this.id;
	}

	@Test
	void refusesWhatAnActDoesNotTake() {
		open("G24", "2025-05", "yellow");
		Answer answer = this.reviewer.post(path() + "/acts",
				"{\"act\": \"confirm\", \"due\": \"2025-08-15\", \"reviewer\": 1}", "If-Match",
				this.reviewer.get(path()).header("ETag"));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json().path("errors").findValuesAsString("pointer")).containsExactly("/due", "/reviewer");
		assertThat(this.reviewer.get(path()).json().path("state").asString()).isEqualTo("proposed");
	}

	@Test
	void keepsNoMoreActionsThanSomebodyCanFollowUp() {
		open("G24", "2025-05", "yellow");
		act(this.reviewer, "confirm", "");
		String action = "{\"text\": \"Bemanna\", \"owner\": \"Chefen\", \"due\": \"2025-09-01\"}";
		for (int i = 0; i < PlanActions.MOST; i++) {
			assertThat(this.manager.post(path() + "/actions", action).status()).isEqualTo(200);
		}
		assertThat(this.manager.post(path() + "/actions", action).status()).isEqualTo(409);
	}

	@Test
	void keepsNoMoreNotesThanSomebodyReads() {
		open("G24", "2025-05", "yellow");
		act(this.reviewer, "confirm", "");
		String note = "{\"text\": \"Vi hörs\"}";
		assertThat(this.manager.post(path() + "/notes", note).status()).isEqualTo(200);
		this.service.jdbc()
			.sql("""
					insert into case_act (case_id, act, from_state, to_state, text, shared, by_person, at)
					select case_id, act, from_state, to_state, text, shared, by_person, at from case_act, generate_series(1, ?)
					where case_id = ? and act = 'note'
					""")
			.params(NoteInCase.MOST - 1, this.id)
			.update();
		assertThat(this.manager.post(path() + "/notes", note).status()).isEqualTo(409);
	}

	@Test
	void saysWhatStandsWhereADayIsExpected() {
		open("G24", "2025-05", "yellow");
		act(this.reviewer, "confirm", "");
		assertThat(details(this.manager.post(path() + "/actions",
				"{\"text\": \"Bemanna\", \"owner\": \"Chefen\", \"due\": \"1 sept\"}")))
			.containsExactly("Här ska det stå ett datum, skrivet ÅÅÅÅ-MM-DD. Där står: 1 sept.");
		assertThat(details(this.manager.post(path() + "/actions",
				"{\"text\": \"Bemanna\", \"owner\": \"Chefen\", \"due\": \"811218-9876\"}")))
			.containsExactly("Här ska det stå ett datum, skrivet ÅÅÅÅ-MM-DD.");
	}

	private static List<String> details(Answer answer) {
		return answer.json().path("errors").findValuesAsString("detail");
	}

	private JsonNode act(Client who, String act, String text) {
		Answer answer = asked(who, act, text);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		return answer.json();
	}

	private Answer asked(Client who, String act, String text) {
		return post(who, act, text, who.get(path()).header("ETag"));
	}

	private Answer post(Client who, String act, String text, String version) {
		return who.post(path() + "/acts", "{\"act\": \"" + act + "\", \"text\": \"" + text + "\"}", "If-Match",
				version);
	}

	private Answer extend(String due) {
		return this.reviewer.post(path() + "/acts",
				"{\"act\": \"extend\", \"text\": \"Sjukdom\", \"due\": \"" + due + "\"}", "If-Match",
				this.reviewer.get(path()).header("ETag"));
	}

	private Answer confirm(List<Long> ids, int... versions) {
		List<String> cases = new ArrayList<>();
		for (int i = 0; i < ids.size(); i++) {
			cases.add("{\"id\": " + ids.get(i) + ", \"version\": " + versions[i] + "}");
		}
		return this.reviewer.post("/api/v1/cases/confirmations",
				"{\"cases\": " + cases + ", \"reason\": \"Stämmer.\"}");
	}

	private List<Long> listed(Client who, String more) {
		List<Long> ids = new ArrayList<>();
		who.get("/api/v1/cases?unit=" + this.unit + more)
			.json()
			.path("items")
			.forEach((one) -> ids.add(one.path("id").asLong()));
		return ids;
	}

	private List<String> states(List<Long> ids) {
		return ids.stream()
			.map((one) -> this.reviewer.get("/api/v1/cases/" + one).json().path("state").asString())
			.toList();
	}

	private List<String> audited() {
		return this.service.jdbc()
			.sql("select act from audit_event where subject = ? order by seq")
			.param("case:" + this.id)
			.query(String.class)
			.list();
	}

	private static List<String> words(JsonNode array, String field) {
		List<String> words = new ArrayList<>();
		(array.isArray() ? array : array.path(field))
			.forEach((one) -> words.add(one.isObject() ? one.path(field).asString() : one.asString()));
		return words;
	}

}
