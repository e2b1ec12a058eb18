package se.uppdragskollen.web.task;

import se.uppdragskollen.access.Role;
import se.uppdragskollen.web.page.Walk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What everybody does: finds by searching, chooses mail, reads help, logs out.
 */
class EverybodysTasksTests extends TaskTests {

	@EveryWay
	void findsACentreByItsName(Way way) {
		String unit = service().unit();
		Walk me = logIn(way, Role.REVIEWER).fill("search.label", name(unit) + " provköping").press("search.do");
		me.reads(me.text("search.title-of", name(unit) + " provköping")).follow(name(unit));
		me.reads(name(unit), "review.stand", "review.stand-none");
		begin(way).fill("search.label-public", name(unit)).press("search.do").reads("public.title");
	}

	@EveryWay
	void choosesWhatMailToGetAndInWhichLanguage(Way way) {
		String subject = service().subject(Role.MANAGER, service().unit());
		Walk me = logIn(way, subject).follow("settings.title").reads("settings.mail", "settings.no-address");
		me.untick("settings.kind-report-soon").tick("settings.language-en").press("settings.save");
		me.reads("settings.saved");
		assertThat(me.ticked("settings.kind-report-soon")).isFalse();
		assertThat(me.ticked("settings.kind-report-late")).isTrue();
		assertThat(me.ticked("settings.language-en")).isTrue();
		assertThat(service().jdbc()
			.sql("select c.language from notice_choice c join person p on p.id = c.person where p.subject = ?")
			.param(subject)
			.query(String.class)
			.single()).isEqualTo("en");
	}

	@EveryWay
	void readsHelpForWhatItIsDoingAndLogsOut(Way way) {
		Walk me = logIn(way, Role.MANAGER, service().unit()).follow("page.help");
		me.reads("help.centre", "help.centre-1", "help.centre-4").follow("help.words").reads("help.means-finding");
		me.press("page.log-out");
		assertThat(me.can("page.log-in")).isTrue();
		assertThat(me.can("page.log-out")).isFalse();
	}

}
