package se.uppdragskollen.web.page;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Role;

/**
 * The part of the pages where a kind of user does their work.
 */
public enum Desk {

	/** Health centres hand in and answer. */
	CENTRE("centre", EnumSet.of(Role.REPORTER, Role.MANAGER), EnumSet.noneOf(Role.class)),

	/** Commissioning staff see the whole region, and see to units and people. */
	REGION("region", EnumSet.of(Role.COMMISSIONER, Role.AUDITOR, Role.ADMINISTRATOR), EnumSet.of(Role.REVIEWER)),

	/** Reviewers follow up. */
	REVIEW("review", EnumSet.of(Role.REVIEWER), EnumSet.of(Role.COMMISSIONER, Role.AUDITOR));

	private final String word;

	private final Set<Role> own;

	private final Set<Role> guests;

	Desk(String word, Set<Role> own, Set<Role> guests) {
		this.word = word;
		this.own = own;
		this.guests = guests;
	}

	/** Its name in addresses and among the texts. */
	public String word() {
		return this.word;
	}

	/** The desks of somebody, the own one first. */
	static List<Desk> of(Actor actor) {
		Set<Desk> desks = new LinkedHashSet<>();
		Stream.of(values()).filter((desk) -> desk.own.stream().anyMatch(actor::has)).forEach(desks::add);
		Stream.of(values()).filter((desk) -> desk.guests.stream().anyMatch(actor::has)).forEach(desks::add);
		return List.copyOf(desks);
	}

}
