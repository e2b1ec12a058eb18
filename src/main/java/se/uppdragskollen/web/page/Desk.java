package se.uppdragskollen.web.page;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Role;

/**
 * The part of the pages where a kind of user does their work.
 */
public enum Desk {

	/** Health centres hand in and answer. */
	CENTRE("centre", EnumSet.of(Role.REPORTER, Role.MANAGER)),

	/** Commissioning staff see the whole region, and see to units and people. */
	REGION("region", EnumSet.of(Role.COMMISSIONER, Role.AUDITOR, Role.ADMINISTRATOR)),

	/** Reviewers follow up. */
	REVIEW("review", EnumSet.of(Role.REVIEWER, Role.COMMISSIONER, Role.AUDITOR));

	private final String word;

	private final Set<Role> roles;

	Desk(String word, Set<Role> roles) {
		this.word = word;
		this.roles = roles;
	}

	/** Its name in addresses and among the texts. */
	public String word() {
		return this.word;
	}

	/** The desks of somebody, the own one first. */
	static List<Desk> of(Actor actor) {
		List<Desk> desks = new ArrayList<>();
		for (Desk desk : values()) {
			if (desk.roles.stream().anyMatch(actor::has)) {
				desks.add(desk);
			}
		}
		return desks;
	}

}
