package se.uppdragskollen.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.assignment.Period;

/**
 * Reads what is published, for everybody. It knows the publications' own tables and
 * nothing else: whatever is not published cannot be reached from here.
 */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class ReadPublished {

	private final Publications publications;

	private final PublicationSettings settings;

	/** What is shown, as long as nothing else is. */
	private volatile Shelf kept = new Shelf("", List.of(), Map.of(), Map.of());

	ReadPublished(Publications publications, PublicationSettings settings) {
		this.publications = publications;
		this.settings = settings;
	}

	/** Changes whenever something else is shown. */
	public String stamp() {
		return this.publications.stamp();
	}

	/** What is shown at this moment. */
	public Shelf shelf() {
		String stamp = this.publications.stamp();
		Shelf known = this.kept;
		if (known.stamp().equals(stamp)) {
			return known;
		}
		List<Publication> shown = this.publications.shown();
		Map<Long, List<Figure>> figures = new HashMap<>();
		shown.forEach((one) -> figures.put(one.id(), this.publications.figures(one.id())));
		Map<Long, List<PublishedCentre>> centres = new HashMap<>();
		shown.stream()
			.filter((one) -> one.period().to().equals(shown.get(0).period().to()))
			.forEach((one) -> centres.put(one.id(), this.publications.centres(one.id())));
		Shelf fresh = new Shelf(stamp, shown, figures, centres);
		this.kept = fresh;
		return fresh;
	}

	/** The figures that the list of centres shows, each in its newest period. */
	public List<Newest> first(Shelf shelf) {
		List<Newest> newest = shelf.newest();
		return this.settings.firstFigures()
			.stream()
			.flatMap((id) -> newest.stream().filter((one) -> one.figure().id().equals(id)))
			.toList();
	}

	/** The value of each figure in its newest period, by centre and figure. */
	public Map<String, Map<String, PublishedValue>> values(Collection<Newest> wanted) {
		List<Long> ids = wanted.stream().map((one) -> one.publication().id()).distinct().toList();
		List<String> figures = wanted.stream().map((one) -> one.figure().id()).distinct().toList();
		return newest(wanted, ids.isEmpty() ? List.of() : this.publications.values(ids, figures));
	}

	private static Map<String, Map<String, PublishedValue>> newest(Collection<Newest> wanted,
			List<Publications.Shown> shown) {
		Map<String, Map<String, PublishedValue>> values = new HashMap<>();
		Set<String> asked = new java.util.HashSet<>();
		wanted.forEach((one) -> asked.add(one.publication().id() + " " + one.figure().id()));
		for (Publications.Shown one : shown) {
			if (asked.contains(one.publication() + " " + one.value().figure())) {
				values.computeIfAbsent(one.value().unit(), (unit) -> new HashMap<>())
					.put(one.value().figure(), one.value());
			}
		}
		return values;
	}

	/** A figure's values of one centre, by publication. */
	public Map<Long, PublishedValue> over(Collection<Publication> periods, String figure, String unit) {
		Map<Long, PublishedValue> values = new HashMap<>();
		this.publications.ofUnit(periods.stream().map(Publication::id).toList(), figure, unit)
			.forEach((one) -> values.put(one.publication(), one.value()));
		return values;
	}

	/** A centre as the newest publication that shows it names it. */
	public Optional<PublishedCentre> centre(Shelf shelf, String unit) {
		return shelf.centres()
			.stream()
			.filter((one) -> one.id().equals(unit))
			.findFirst()
			.or(() -> this.publications.centre(shelf.publications().stream().map(Publication::id).toList(), unit));
	}

	/** The centres that a publication names, by name. */
	public List<PublishedCentre> centres(Publication publication) {
		return this.publications.centres(publication.id());
	}

	/** All that a publication shows, by centre and figure. */
	public Map<String, Map<String, PublishedValue>> all(Publication publication) {
		Map<String, Map<String, PublishedValue>> values = new HashMap<>();
		this.publications.values(List.of(publication.id()), List.of())
			.forEach((one) -> values.computeIfAbsent(one.value().unit(), (unit) -> new HashMap<>())
				.put(one.value().figure(), one.value()));
		return values;
	}

	/**
	 * A figure in the newest period for which it is shown.
	 *
	 * @param figure the figure
	 * @param publication the period's publication
	 */
	public record Newest(Figure figure, Publication publication) {

	}

	/**
	 * What is shown at a moment.
	 *
	 * @param stamp changes whenever something else is shown
	 * @param publications the newest period first
	 * @param figures what each publication's figures are
	 * @param newestCentres the centres of the publications of the newest period
	 */
	public record Shelf(String stamp, List<Publication> publications, Map<Long, List<Figure>> figures,
			Map<Long, List<PublishedCentre>> newestCentres) {

		/**
		 * Each figure in the newest period for which it is shown, in the editions' order.
		 * What later periods of its kind no longer say is left out once it is too old.
		 */
		public List<Newest> newest() {
			Map<String, Newest> newest = new LinkedHashMap<>();
			Map<String, LocalDate> last = new HashMap<>();
			for (Publication publication : this.publications) {
				last.putIfAbsent(publication.assignment() + " " + publication.period().kind(),
						publication.period().to());
				for (Figure figure : this.figures.getOrDefault(publication.id(), List.of())) {
					newest.putIfAbsent(publication.assignment() + " " + figure.id(), new Newest(figure, publication));
				}
			}
			List<Newest> ordered = new ArrayList<>(newest.values());
			ordered.removeIf((one) -> {
				Period period = one.publication().period();
				LocalDate until = period.to().plusMonths(one.figure().validMonths()).plusDays(1);
				return until
					.isBefore(last.getOrDefault(one.publication().assignment() + " " + period.kind(), period.to()));
			});
			ordered.sort(Comparator.comparing((Newest one) -> one.publication().assignment())
				.thenComparing((one) -> one.figure().place()));
			return ordered;
		}

		/** The centres of the newest period, by name. */
		public List<PublishedCentre> centres() {
			Map<String, PublishedCentre> centres = new LinkedHashMap<>();
			this.newestCentres.values()
				.forEach((all) -> all.forEach((centre) -> centres.putIfAbsent(centre.id(), centre)));
			return centres.values()
				.stream()
				.sorted(Comparator.comparing(PublishedCentre::name).thenComparing(PublishedCentre::id))
				.toList();
		}

		/** The publication of a period. */
		public Optional<Publication> of(String assignment, Period period) {
			return this.publications.stream()
				.filter((one) -> one.assignment().equals(assignment) && one.period().equals(period))
				.findFirst();
		}

		/** The periods for which a figure is shown, the newest first. */
		public List<Publication> periodsOf(String assignment, String figure) {
			return this.publications.stream()
				.filter((one) -> one.assignment().equals(assignment) && figureIn(one, figure).isPresent())
				.toList();
		}

		/** A figure as a publication explains it. */
		public Optional<Figure> figureIn(Publication publication, String figure) {
			return this.figures.getOrDefault(publication.id(), List.of())
				.stream()
				.filter((one) -> one.id().equals(figure))
				.findFirst();
		}

	}

}
