package se.uppdragskollen.web.task;

import java.time.LocalDate;

import se.uppdragskollen.access.Role;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.PoorMonth;
import se.uppdragskollen.web.page.Walk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A reviewer goes through findings and reports, prepares a dialogue and writes to a
 * centre.
 */
class ReviewTasksTests extends TaskTests {

	private final Centre centre = Centre.of(service());

	@EveryWay
	void confirmsOneFindingAndDismissesAnother(Way way) {
		PoorMonth month = PoorMonth.of(this.centre);
		Walk me = logIn(way, Role.REVIEWER).reads("review.work");
		ofTheCentre(me).follow("G25 ").reads("review.do", "340");
		me.act("review.act-confirm", "Hur gick det till?")
			.reads("Hur gick det till?", "review.did-confirm", me.text("review.done-due",
					me.text("case-state.confirmed"), me.say().date(LocalDate.of(2025, 7, 22))));
		ofTheCentre(me.follow("review.work")).follow("G24 ").act("review.act-dismiss", "  ");
		me.isRefused("refused.to-correct").act("review.act-dismiss", "Fel i rapporten.");
		me.reads(me.text("review.done", me.text("case-state.dismissed")), "Fel i rapporten.");
		assertThat(month.state("G25")).isEqualTo("confirmed");
		assertThat(month.state("G24")).isEqualTo("dismissed");
		assertThat(this.centre.manager().get("/api/v1/cases").text()).contains("\"G25\"").doesNotContain("\"G24\"");
	}

	@EveryWay
	void confirmsSeveralAndKeepsTheView(Way way) {
		PoorMonth month = PoorMonth.of(this.centre);
		Walk me = ofTheCentre(logIn(way, Role.REVIEWER).follow("review.view-proposed"));
		me.unfold("review.views-save").fill("review.views-name", "Juni hos oss").press("review.views-save");
		me.reads("review.views-done-saved", "review.views-saved");
		me.follow("review.work").follow("Juni hos oss").fill("review.bulk-reason", "Stämmer med registret.");
		me.press("review.bulk-do").isRefused("review.none-ticked");
		me.tick(me.text("review.tick-of", "G24", name(this.centre.unit())));
		me.tick(me.text("review.tick-of", "G25", name(this.centre.unit())));
		me.press(way.scripts() ? me.text("review.bulk-do-count", 2) : "review.bulk-do")
			.reads(me.text("review.confirmed", 2));
		assertThat(month.state("G24") + " " + month.state("G25")).isEqualTo("confirmed confirmed");
	}

	@EveryWay
	void givesAReportBack(Way way) {
		this.centre.handIn("2025-06", PoorMonth.ENTRIES);
		Walk me = toTheCentre(logIn(way, Role.REVIEWER));
		me.follow(me.text("report.title", period(me, "2025-06"))).unfold("review.give-back");
		me.fill("review.give-back-reason", "Samtalen är för få.").press("review.give-back");
		me.reads("review.returned", "report.returned", "Samtalen är för få.");
		assertThat(this.centre.status("2025-06")).isEqualTo("returned");
	}

	@EveryWay
	void preparesADialogue(Way way) {
		long id = PoorMonth.of(this.centre).confirm("G24");
		Walk me = toTheCentre(logIn(way, Role.REVIEWER)).follow("dialogue.prepare");
		me.reads(me.text("dialogue.title", name(this.centre.unit())), "dialogue.groups", "dialogue.they-say-none");
		me.fill("dialogue.note-write", "Fråga om bemanningen.").tick("dialogue.reads-region-whole");
		me.press("dialogue.note-save").reads("dialogue.done-note", "Fråga om bemanningen.", "dialogue.reads-region");
		me.unfold("dialogue.action-add").fill("review.action-what", "Bemanna telefonen");
		me.fill("review.action-owner", "Chefen").fill("review.action-due", LocalDate.of(2025, 9, 1));
		me.press("dialogue.action-add")
			.reads("dialogue.done-action", "Bemanna telefonen", me.say().date(LocalDate.of(2025, 9, 1)),
					me.say().capital(me.text("review.action-agreed")));
		assertThat(this.centre.manager().get("/api/v1/cases/" + id).text()).contains("Bemanna telefonen")
			.doesNotContain("Fråga om bemanningen.");
	}

	@EveryWay
	void seesToASignal(Way way) {
		this.centre.reporter().post("/api/v1/units/" + this.centre.unit() + "/signals", """
				{"assignment":"kalmar-halsoval","counterpart":"hospital","flag":"red","date":"2025-07-07",
				 "text":"Sjukhuset skickar ingen epikris."}""");
		Walk me = logIn(way, Role.REVIEWER).follow("review.signals");
		me.follow("signals.see-to", name(this.centre.unit())).reads("signals.unmarked");
		me.unfold("signals.mark").fill("signals.mark-what", "Talade med sjukhuset.").press("signals.mark-do");
		me.reads("signals.done-marked", "signals.marked", "Talade med sjukhuset.").readsNot("signals.unmarked");
		assertThat(service().jdbc()
			.sql("select m.text from signal_mark m join signal s on s.id = m.signal where s.unit = ?")
			.param(this.centre.unit())
			.query(String.class)
			.list()).containsExactly("Talade med sjukhuset.");
	}

	@EveryWay
	void invitesACounterpartWhoAnswersWithoutALogin(Way way) {
		Walk me = toTheCentre(logIn(way, Role.REVIEWER)).follow("signals.all-of").in("signals.invite-whom");
		me.tick(me.say().capital(me.text("counterpart.municipality")))
			.fill("signals.invite-organisation", "Provkommunens hemsjukvård")
			.press("signals.invite-do");
		me.reads("invited.title", "invited.once", "Provkommunens hemsjukvård");
		String link = me.typed("invited.link").replaceFirst("^https?://[^/]+", "");
		Walk they = begin(way);
		they.browser().open(link);
		they.reads(they.text("answer.title", name(this.centre.unit()))).in("signals.how").tick("signals.flag-red");
		they.fill("signals.text", "Vi når ingen läkare.").press("signals.send");
		they.reads("answer.thanks", "Vi når ingen läkare.").browser().open(link);
		they.reads("refusal.signal-link-over");
		toTheCentre(logIn(way, Role.REVIEWER)).follow("signals.all-of")
			.reads("Vi når ingen läkare.", me.say().capital(me.text("link-state.used")));
		assertThat(this.centre.manager().get("/api/v1/signals?unit=" + this.centre.unit()).text())
			.contains("Vi når ingen läkare.", "about-unit");
	}

	@EveryWay
	void takesOutTheFollowUpReport(Way way) {
		PoorMonth.of(this.centre).confirm("G24");
		Walk me = toTheCentre(logIn(way, Role.REVIEWER)).in("paper.print").reads("paper.print-lead");
		me.choose("paper.choose", me.say().capital(period(me, "2025-06")));
		file(me, me.asks("paper.get-report"), "%PDF-");
		file(me, me.asks("paper.get-letter"), "%PDF-");
		file(me, me.asks("paper.get-book"), "PK");
	}

	/** Narrows the work list. */
	private Walk ofTheCentre(Walk me) {
		return me.unfold("review.narrow")
			.choose("review.centre", name(this.centre.unit()))
			.press("review.show")
			.reads(name(this.centre.unit()));
	}

	/** Searches for the centre, and opens its page. */
	private Walk toTheCentre(Walk me) {
		return me.follow("review.centres")
			.fill("review.centre-name", this.centre.unit())
			.press("review.search")
			.follow(name(this.centre.unit()));
	}

}
