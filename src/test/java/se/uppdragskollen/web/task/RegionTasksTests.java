package se.uppdragskollen.web.task;

import java.time.LocalDate;

import se.uppdragskollen.access.Role;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.PoorMonth;
import se.uppdragskollen.web.page.Walk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commissioning staff decide, see to centres and registers, and read the assignment.
 */
class RegionTasksTests extends TaskTests {

	private final Centre centre = Centre.of(service());

	private final String name = name(this.centre.unit());

	@EveryWay
	void proposesAnExemptionThatAnotherApproves(Way way) {
		LocalDate from = LocalDate.of(2025, 6, 1);
		LocalDate to = LocalDate.of(2025, 9, 30);
		Walk me = logIn(way, Role.COMMISSIONER).follow("region.tab-exemptions").follow("region.propose");
		me.choose("refused.field-unit", this.name).press("region.propose-do").isRefused("refused.field-requirement");
		me.choose("refused.field-requirement", requirement(me, "G25")).fill("refused.field-from", from);
		me.fill("refused.field-to", to).fill("refused.field-reason", "Lokalerna byggs om.").press("region.propose-do");
		me.reads("region.done-proposed", "region.four-eyes", "Lokalerna byggs om.");
		assertThat(me.can("region.decide-do")).isFalse();
		Walk other = logIn(way, Role.COMMISSIONER).follow(me.text("region.todo-exemptions", ""));
		other.follow(this.name).reads(other.say().date(from) + " – " + other.say().date(to));
		other.tick("region.decision-refused").press("region.decide-do").isRefused("refused.field-reason");
		other.tick("region.decision-approved").press("region.decide-do");
		other.reads("region.done-approved", "exemption-state.approved");
		Walk manager = logIn(way, Role.MANAGER, this.centre.unit());
		manager.reads("centre.exemptions", "Lokalerna byggs om.",
				me.text("centre.exemption", "G25", me.say().date(from), me.say().date(to)));
		assertThat(service().jdbc()
			.sql("select state from exemption where unit = ?")
			.param(this.centre.unit())
			.query(String.class)
			.single()).isEqualTo("approved");
	}

	@EveryWay
	void takesAProposedExemptionBack(Way way) {
		Walk me = logIn(way, Role.COMMISSIONER).follow("region.tab-exemptions").follow("region.propose");
		me.choose("refused.field-unit", this.name).choose("refused.field-requirement", requirement(me, "G25"));
		me.fill("refused.field-from", LocalDate.of(2025, 6, 1)).fill("refused.field-to", LocalDate.of(2025, 9, 30));
		me.fill("refused.field-reason", "Lokalerna byggs om.").press("region.propose-do").reads("region.done-proposed");
		me.press("region.withdraw-exemption").reads("region.done-withdrawn", "exemption-state.withdrawn");
		assertThat(me.can("region.withdraw-exemption")).isFalse();
		assertThat(service().jdbc()
			.sql("select state from exemption where unit = ?")
			.param(this.centre.unit())
			.query(String.class)
			.single()).isEqualTo("withdrawn");
	}

	@EveryWay
	void movesTheDeadlineOfAReport(Way way) {
		service().jdbc()
			.sql("update unit set name = 'Aaby hälsocentral ' || id where id = ?")
			.param(this.centre.unit())
			.update();
		LocalDate due = LocalDate.of(2025, 8, 20);
		Walk me = logIn(way, Role.COMMISSIONER).follow("region.tab-reports");
		me.choose("case.period", me.say().capital(period(me, "2025-05")));
		me.choose("centre.status", me.say().capital(me.text("due-status.late"))).press("review.show");
		me.follow("Aaby hälsocentral " + this.centre.unit()).reads("due-status.late", "region.moves-none");
		me.fill("review.new-due", LocalDate.of(2024, 1, 1)).fill("refused.field-reason", "Systembyte.");
		me.press("region.move").isRefused("refused.to-correct").fill("review.new-due", due).press("region.move");
		me.reads("region.done-moved", me.text("region.moved-to", me.say().date(due)), "Systembyte.");
		assertThat(this.centre.status("2025-05")).isEqualTo("due");
	}

	@EveryWay
	void takesCentresInFromATableAndSeesToOne(Way way) {
		String id = this.centre.unit() + "X";
		String table = "unit;namn;drivs av;första dag\n" + id + ";%s;privat;2020-01-01\n";
		Walk me = logIn(way, Role.COMMISSIONER).follow("region.tab-centres").follow("region.centre-import");
		me.upload("region.import-file", table.formatted(""), "region.import-do").isRefused(me.text("report.row", 2));
		me.upload("region.import-file", table.formatted("Tabellby"), "region.import-do");
		me.reads(me.text("region.imported", 1, 0, 0, 0)).follow("region.to-centres").fill("review.centre-name", id);
		me.press("review.search").follow("Tabellby").reads(id, "region.operator-private", "region.counts-none");
		me.follow("region.edit").fill("refused.field-name", "").press("region.save").isRefused("refused.field-name");
		me.fill("refused.field-name", "Tabellbyn").fill("refused.field-municipality", "Provköping");
		me.press("region.save").reads("region.done-changed", "Tabellbyn", "Provköping").follow("region.count");
		me.fill("refused.field-day", LocalDate.of(2025, 7, 1)).fill("refused.field-listed", "9000");
		me.press("region.save").reads("region.done-counted", me.say().number(9000));
		assertThat(service().jdbc()
			.sql("select u.name || ' ' || c.listed from unit u join unit_count c on c.unit = u.id where u.id = ?")
			.param(id)
			.query(String.class)
			.single()).isEqualTo("Tabellbyn 9000");
	}

	@EveryWay
	void takesRegisterValuesInFromATable(Way way) {
		String table = "unit,period,source,element,value,as_of\n" + this.centre.unit()
				+ ",2025-Q1,1177,opening_hours_per_week,%s,2025-04-01\n";
		Walk me = logIn(way, Role.COMMISSIONER).follow("region.tab-registers").follow("region.registers-import");
		me.upload("region.import-file", table.formatted("många"), "region.import-do");
		me.isRefused(me.text("report.row", 2), "många");
		me.upload("region.import-file", table.formatted("46.5"), "region.import-do");
		me.reads(me.text("region.registers-imported", 1, 0, 0)).follow("region.registers-see");
		me.choose("review.centre", this.name).press("review.show");
		me.reads(question(me, "opening_hours_per_week"), me.say().number(46.5),
				me.text("region.register-as-of", me.say().date(LocalDate.of(2025, 4, 1))));
		me.unfold("region.register-withdraw").fill("refused.field-reason", "Fel uttag.").in("refused.field-reason");
		me.press("region.register-withdraw").reads("region.done-register-withdrawn", "region.registers-none");
		assertThat(service().jdbc()
			.sql("select withdrawn_reason from register_value where unit = ?")
			.param(this.centre.unit())
			.query(String.class)
			.list()).containsExactly("Fel uttag.");
	}

	@EveryWay
	void readsTheAssignmentAndWhatIsUnclear(Way way) {
		this.centre.handIn("2025-Q1", "{\"econsultations\":{\"value\":3,\"unclear\":\"Räknas telefon?\"}}");
		this.centre.handIn("2025-06", PoorMonth.ENTRIES);
		PoorMonth.awaitResults(this.centre, 2);
		Walk me = logIn(way, Role.COMMISSIONER).reads("region.tab-glance", "region.failing", "region.unjudged");
		me.follow("region.tab-unclear").reads(question(me, "econsultations"), "Räknas telefon?");
		me.follow("region.tab-editions").reads("region.compare", "region.change-limit", me.say().number(47.5));
		me.tick("region.substance").press("region.compare-do");
		me.follow("region.tab-requirements").fill("region.requirement-text", "g25").press("review.show");
		me.follow(requirement(me, "G25")).reads("region.rules", "region.limits", "region.limit-now", "90 %");
		me.follow(me.say().capital(period(me, "2025-06")));
		me.reads(me.text("region.who", period(me, "2025-06")), this.name).follow(this.name).reads("review.stand");
	}

}
