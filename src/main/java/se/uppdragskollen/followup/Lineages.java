package se.uppdragskollen.followup;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;
import se.uppdragskollen.edition.Editions;
import se.uppdragskollen.edition.PublishedEdition;

/**
 * The requirements of each assignment through its editions, kept until an edition is
 * published.
 */
@Component
class Lineages {

	private final Editions editions;

	private final Map<String, Kept> kept = new ConcurrentHashMap<>();

	Lineages(Editions editions) {
		this.editions = editions;
	}

	Lineage of(String assignment) {
		List<String> revisions = this.editions.all()
			.stream()
			.filter((one) -> one.current() && one.assignment().equals(assignment))
			.sorted(Comparator.comparing(PublishedEdition::from))
			.map(PublishedEdition::revision)
			.toList();
		Kept known = this.kept.get(assignment);
		if (known != null && known.revisions().equals(revisions)) {
			return known.lineage();
		}
		Lineage lineage = new Lineage(revisions.stream().map(this.editions::revision).toList());
		this.kept.put(assignment, new Kept(revisions, lineage));
		return lineage;
	}

	private record Kept(List<String> revisions, Lineage lineage) {

	}

}
