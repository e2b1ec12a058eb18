package se.uppdragskollen.web.task;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

import se.uppdragskollen.access.Role;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import se.uppdragskollen.web.PoorMonth;
import se.uppdragskollen.web.page.Walk;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A centre's manager reports, answers, corrects and looks back; a reporter fills in.
 */
class CentreTasksTests extends TaskTests {

	private final Centre centre = Centre.of(service());

	@EveryWay
	void fillsInAReportAndSignsIt(Way way) {
		Walk me = begin(manager(way), "2025-Q2");
		me.follow(chapter(me, "accessibility"));
		me.fill(question(me, "opening_hours_per_week"), me.say().number(47.5));
		me.fill(question(me, "weekdays_open"), "9").tick(choice(me, "phone_system", "callback"));
		me.in(question(me, "chat_hours")).unfold("field.cannot").tick("field.how-unknown");
		me.in(question(me, "callback_wait_median")).unfold("field.cannot").tick("field.how-not-applicable");
		me.in(question(me, "phone_hours")).unfold("field.comment-or-unclear").fill("field.comment", "Ny växel i maj.");
		me.tick("field.unclear").fill("field.unclear-what", "Räknas chatten?").press("chapter.save");
		me.isRefused("chapter.to-correct", "problem.number-out-of-range", "problem.reason-expected");
		me.in(question(me, "callback_wait_median"))
			.tick("field.how-value")
			.fill("field.why-not", "Vi ringer inte upp.");
		me.fill(question(me, "weekdays_open"), "5")
			.press("chapter.save-back")
			.reads("report.tasks", "report.check-text");
		me.follow("report.check")
			.reads("version.judged", "Ny växel i maj.", me.say().number(47.5), "field.answer-unknown",
					me.text("field.answer-not-applicable", "Vi ringer inte upp."));
		sign(me).reads(me.text("version.receipt", 1, "Test", "").substring(0, 15));
		assertThat(this.centre.status("2025-Q2")).isEqualTo("submitted");
		JsonNode answers = this.centre.manager()
			.get(this.centre.path("2025-Q2") + "/versions/1")
			.json()
			.path("entries");
		assertThat(answers.path("opening_hours_per_week").path("value").asString()).isEqualTo("47.5");
		assertThat(answers.path("chat_hours").path("unknown").asBoolean()).isTrue();
		assertThat(answers.path("callback_wait_median").path("not_applicable").asString())
			.isEqualTo("Vi ringer inte upp.");
		assertThat(answers.path("phone_hours").path("unclear").asString()).isEqualTo("Räknas chatten?");
	}

	@EveryWay
	void handsInByAFilledInTemplate(Way way) {
		Walk me = begin(manager(way), "2025-06").unfold("report.upload");
		String template = file(me, me.link("report.template-csv"), "\ufeff").text();
		String file = me.text("report.file", 5);
		me.upload(file, filled(template, "mycket"), "report.send").isRefused(me.text("report.row", 2), "mycket");
		me.unfold("report.upload").upload(file, filled(template, "900"), "report.send").reads("report.uploaded");
		assertThat(draft("2025-06").path("entries").path("calls_incoming").path("value").asInt()).isEqualTo(900);
		sign(me.reads("report.state-done").follow("report.check"));
		assertThat(this.centre.status("2025-06")).isEqualTo("submitted");
	}

	@EveryWay
	void answersAFindingAndPlansAnAction(Way way) {
		long id = PoorMonth.of(this.centre).confirm("G24");
		Walk me = manager(way).reads("centre.to-answer")
			.follow("G24 ")
			.reads("case.deviation-means", "case.compared", "review.limit");
		me.fill("case.answer-text", "Vakansen är tillsatt.").press("case.send-answer");
		me.reads("case.done-answer", me.text("case.state", me.text("case-state.answered")), "Vakansen är tillsatt.");
		me.unfold("case.add-action").fill("case.action-text", "Bemanna telefonen");
		me.fill("case.action-owner", "Chefen").fill("case.action-due", LocalDate.of(2025, 9, 1));
		me.in("case.actions").press("case.add-action");
		me.reads("case.done-action", "Bemanna telefonen",
				me.text("case.action-who", "Chefen", me.say().date(LocalDate.of(2025, 9, 1))));
		JsonNode answered = this.centre.manager().get("/api/v1/cases/" + id).json();
		assertThat(answered.path("state").asString()).isEqualTo("answered");
		assertThat(answered.path("actions").findValuesAsString("due")).containsExactly("2025-09-01");
	}

	@EveryWay
	void correctsAReportThatWasGivenBack(Way way) {
		this.centre.handIn("2025-06", PoorMonth.ENTRIES);
		Client reviewer = service().person(Role.REVIEWER);
		String version = reviewer.get(this.centre.path("2025-06")).header("ETag");
		Answer back = reviewer.post(this.centre.path("2025-06") + "/return", "{\"reason\":\"Samtalen är för få.\"}",
				"If-Match", version);
		assertThat(back.status()).as(back.toString()).isEqualTo(200);
		Walk me = manager(way).reads("due-status.returned");
		me.follow(me.text("report.title", period(me, "2025-06"))).reads("report.returned", "Samtalen är för få.");
		if (me.can("report.correct")) {
			me.press("report.correct");
		}
		me.follow(chapter(me, "accessibility")).fill(question(me, "calls_answered_same_day"), "980");
		me.press("chapter.save-back").follow("report.check").fill("check.reason", "En vecka fattades.");
		sign(me).reads(me.text("version.reason", "En vecka fattades."));
		assertThat(this.centre.status("2025-06")).isEqualTo("submitted");
		assertThat(this.centre.manager().get(this.centre.path("2025-06") + "/versions/2").text()).contains("980");
	}

	@EveryWay
	void saysHowTheCooperationGoes(Way way) {
		Walk me = manager(way).follow("centre.signals").reads("signals.none");
		me.in("signals.whom").tick(me.say().capital(me.text("counterpart.municipality")));
		me.in("signals.how").tick("signals.flag-yellow");
		me.in("signals.give").fill("signals.text", "Vårdplaneringen drar ut på tiden.").press("signals.send");
		me.reads("signals.sent", me.text("signals.from-us", me.text("counterpart.municipality")),
				"Vårdplaneringen drar ut på tiden.");
		assertThat(this.centre.manager().get("/api/v1/signals?unit=" + this.centre.unit()).text())
			.contains("\"yellow\"", "Vårdplaneringen");
	}

	@EveryWay
	void looksBackAndKeepsWhatItSees(Way way) {
		this.centre.handIn("2025-06", PoorMonth.ENTRIES);
		PoorMonth.awaitResults(this.centre, 1);
		Walk me = manager(way).reads("centre.not-met").follow("history.whole").reads("history.title");
		me.follow("G24 ").reads(me.text("history.about-last", period(me, "2025-06"), "60 %"));
		file(me, me.link("keep.pdf"), "%PDF-");
		file(me, me.link("keep.excel"), "PK");
		assertThat(file(me, me.link("history.csv"), "").text()).contains("2025-06");
	}

	@EveryWay
	void aReporterFillsInAndIsToldWhoSigns(Way way) {
		Walk me = begin(logIn(way, Role.REPORTER, this.centre.unit()), "2025-06");
		me.follow(chapter(me, "accessibility")).fill(question(me, "calls_incoming"), "1000");
		me.in(question(me, "assessed_total")).unfold("field.cannot").tick("field.how-suppressed");
		me.fill(question(me, "calls_answered_same_day"), "970").press("chapter.save-back");
		me.reads(me.text("report.state-some", 3, 4)).follow("report.check");
		me.reads("check.manager-signs", "field.answer-suppressed");
		assertThat(me.can("check.sign")).isFalse();
		assertThat(draft("2025-06").path("entries").path("calls_answered_same_day").path("value").asInt())
			.isEqualTo(970);
	}

	private Walk manager(Way way) {
		return logIn(way, Role.MANAGER, this.centre.unit()).reads("centre.todo", "centre.asks", "centre.stand");
	}

	private static Walk begin(Walk me, String period) {
		return me.press(me.text("centre.begin-of", period(me, period)));
	}

	private static Walk sign(Walk me) {
		me.reads("check.same").tick("check.confirm").press("check.sign").reads("version.received", "version.next");
		return me;
	}

	private JsonNode draft(String period) {
		return this.centre.reporter().get(this.centre.path(period) + "/draft").json();
	}

	/**
	 * The template with an answer to each of its four questions, the first of which is
	 * told.
	 */
	private static String filled(String template, String first) {
		Iterator<String> answers = List.of(first, "850", "400", "390").iterator();
		return template.lines()
			.map((row) -> row.contains(";2025-06;") ? row.replaceFirst(";;", ";" + answers.next() + ";") : row)
			.collect(Collectors.joining("\n"));
	}

}
