package se.uppdragskollen.web.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Component;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.edition.PublishedEdition;
import se.uppdragskollen.followup.SearchCases.Meaning;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.unit.RegisteredUnit;
import se.uppdragskollen.unit.UnitFilter;
import se.uppdragskollen.web.page.Say;

/**
 * The centres and requirements that somebody may find, with where each leads for that
 * person. There are some hundreds of either, so they are looked through as they are.
 */
@Component
class Shelves {

	/** Digits of a case's number at most. */
	private static final int LONGEST_NUMBER = 15;

	private final FindUnits units;

	private final Editions editions;

	Shelves(FindUnits units, Editions editions) {
		this.units = units;
		this.editions = editions;
	}

	/** The region's people find all centres, a centre's people their own. */
	List<Searchable> centres(Actor actor) {
		return this.units.list(actor, new UnitFilter(null, null, null, null), PageRequest.everything())
			.items()
			.stream()
			.filter((one) -> actor.ofRegion() || actor.own().contains(one.id()))
			.map((one) -> centre(actor, one))
			.toList();
	}

	private static Searchable centre(Actor actor, RegisteredUnit unit) {
		String address = "/region/centres/";
		if (actor.own().contains(unit.id())) {
			address = "/centre/";
		}
		else if (actor.may(Act.READ_OVERVIEW)) {
			address = "/review/centres/";
		}
		return Searchable.of(unit.id(), unit.name(), unit.municipality(), "", address + unit.id(), null);
	}

	/** Each as the newest edition that has it says it. */
	List<Searchable> requirements(Say say) {
		List<Searchable> all = new ArrayList<>();
		Set<String> known = new HashSet<>();
		this.editions.all()
			.stream()
			.filter(PublishedEdition::current)
			.sorted(Comparator.comparing(PublishedEdition::assignment)
				.thenComparing(PublishedEdition::from, Comparator.reverseOrder()))
			.map((one) -> this.editions.revision(one.revision()))
			.forEach((edition) -> edition.requirements().values().forEach((one) -> {
				if (known.add(edition.assignment() + "/" + one.id())) {
					all.add(requirement(edition, one, say));
				}
				if (one.continues() != null) {
					known.add(edition.assignment() + "/" + one.continues());
				}
			}));
		return all;
	}

	private static Searchable requirement(Edition edition, Requirement one, Say say) {
		return Searchable.of(one.id(), say.of(one.title()), say.of(edition.chapterOf(one).title()), say.of(one.text()),
				"/region/requirements/" + edition.assignment() + "/" + one.id(), edition.assignment());
	}

	/** What each word may mean where cases are looked for. */
	static List<Meaning> meanings(List<Needle> needles, List<Searchable> centres, List<Searchable> requirements) {
		return needles.stream().map((needle) -> {
			Set<String> units = new TreeSet<>();
			centres.stream().filter((one) -> one.isNamedBy(needle)).forEach((one) -> units.add(one.id()));
			Map<String, Set<String>> byAssignment = new LinkedHashMap<>();
			requirements.stream()
				.filter((one) -> one.isNamedBy(needle))
				.forEach((one) -> byAssignment
					.computeIfAbsent(String.valueOf(one.assignment()), (key) -> new TreeSet<>())
					.add(one.id()));
			Long number = (needle.isNumber() && needle.word().length() <= LONGEST_NUMBER) ? Long.valueOf(needle.word())
					: null;
			return new Meaning(number, units, byAssignment);
		}).toList();
	}

}
