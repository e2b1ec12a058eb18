package se.uppdragskollen.web.region;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.web.CurrentActor;
import se.uppdragskollen.web.page.Desk;

/**
 * What every page of the desk knows: its parts that the reader may read.
 */
@ControllerAdvice(basePackageClasses = RegionModel.class)
class RegionModel {

	private final CurrentActor actors;

	RegionModel(CurrentActor actors) {
		this.actors = actors;
	}

	@ModelAttribute("here")
	String here() {
		return Desk.REGION.word();
	}

	/** What was done, for the page to tell; null when nothing was. */
	@ModelAttribute("done")
	@Nullable String done(@RequestParam(name = "done", required = false) @Nullable String word) {
		return (word != null && Messages.has("region.done-" + word)) ? word : null;
	}

	/** The parts, by their names in addresses and among the texts. */
	@ModelAttribute("tabs")
	List<Tab> tabs() {
		return this.actors.find().map(RegionModel::of).orElse(List.of());
	}

	private static List<Tab> of(Actor actor) {
		List<Tab> tabs = new ArrayList<>();
		add(tabs, actor, Act.READ_OVERVIEW, "glance", "/region");
		add(tabs, actor, Act.READ_EDITIONS, "requirements", "/region/requirements");
		add(tabs, actor, Act.READ_EDITIONS, "editions", "/region/editions");
		add(tabs, actor, Act.READ_OVERVIEW, "unclear", "/region/unclear");
		add(tabs, actor, Act.READ_OVERVIEW, "exemptions", "/region/exemptions");
		add(tabs, actor, Act.READ_OVERVIEW, "reports", "/region/reports");
		add(tabs, actor, Act.READ_OVERVIEW, "registers", "/region/register-values");
		add(tabs, actor, Act.READ_UNITS, "centres", "/region/centres");
		add(tabs, actor, Act.READ_PEOPLE, "people", "/region/people");
		add(tabs, actor, Act.READ_MAIL, "mail", "/region/mail");
		return tabs;
	}

	private static void add(List<Tab> tabs, Actor actor, Act act, String word, String address) {
		if (actor.may(act)) {
			tabs.add(new Tab(word, address));
		}
	}

	/**
	 * A part of the desk.
	 *
	 * @param word its name among the texts
	 * @param address where it is
	 */
	public record Tab(String word, String address) {

	}

}
