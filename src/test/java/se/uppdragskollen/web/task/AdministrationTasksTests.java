package se.uppdragskollen.web.task;

import se.uppdragskollen.access.Role;
import se.uppdragskollen.web.PoorMonth;
import se.uppdragskollen.web.page.Walk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Administrators see to people and mail; auditors read and change nothing.
 */
class AdministrationTasksTests extends TaskTests {

	@EveryWay
	void addsAPersonWithARoleAndTakesItAway(Way way) {
		String unit = service().unit();
		String name = "Nya " + unit;
		Walk me = logIn(way, Role.ADMINISTRATOR).reads("region.people-lead").follow("region.person-new");
		me.fill("refused.field-email", "nya@region.example").press("region.person-add");
		me.isRefused("refused.field-name").fill("refused.field-name", name).fill("refused.field-subject", name);
		me.press("region.person-add").reads("region.done-person-registered");
		me.tick(role(me, Role.REVIEWER)).choose("login.role", role(me, Role.REPORTER));
		me.choose("refused.field-unit", name(unit)).press("region.save-roles");
		me.reads("region.done-roles", role(me, Role.REPORTER) + ", " + name(unit));
		assertThat(roles(name)).isEqualTo("reporter reviewer");
		me.follow("region.tab-people").fill("region.person-text", name).press("review.search").follow(name);
		me.untick(role(me, Role.REVIEWER)).press("region.save-roles").reads("region.done-roles");
		assertThat(roles(name)).isEqualTo("reporter");
		me.press("region.end-access").reads("region.done-person-ended", "region.ended", "region.give-back");
	}

	@EveryWay
	void seesWhetherMailIsSent(Way way) {
		logIn(way, Role.ADMINISTRATOR).follow("region.tab-mail")
			.reads("mail.lead", "mail.off-demo", "mail.waiting", "mail.none-given-up");
	}

	@EveryWay
	void anAuditorReadsAndIsOfferedNothingToChange(Way way) {
		PoorMonth month = PoorMonth.of(service());
		Walk me = logIn(way, Role.AUDITOR).reads("region.tab-glance").follow("region.tab-exemptions");
		assertThat(me.can("region.propose")).isFalse();
		me.follow("region.tab-centres").fill("review.centre-name", month.unit()).press("review.search");
		assertThat(me.can("region.centre-new") || me.can("region.centre-import")).isFalse();
		me.follow(name(month.unit()));
		assertThat(me.can("region.edit") || me.can("region.count")).isFalse();
		me.follow("region.how-it-stands").follow("G25 ").reads("340");
		me.follow("page.desk-review").unfold("review.narrow").choose("review.centre", name(month.unit()));
		me.press("review.show").readsNot("review.bulk-do").follow("G25 ").reads("review.do-nothing", "340");
		assertThat(me.can("review.act-confirm") || me.can("review.act-dismiss") || me.can("review.act-note")).isFalse();
		assertThat(month.state("G25")).isEqualTo("proposed");
	}

	private static String role(Walk me, Role role) {
		return me.say().capital(me.text("role." + role.word()));
	}

	private String roles(String person) {
		return service().jdbc()
			.sql("select string_agg(r.role, ' ' order by r.role) from person_role r join person p on p.id = r.person "
					+ "where p.name = ?")
			.param(person)
			.query(String.class)
			.single();
	}

}
