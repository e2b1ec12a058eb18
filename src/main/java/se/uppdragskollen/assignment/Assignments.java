package se.uppdragskollen.assignment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;

/**
 * A region's own folder, holding {@code assignments/} and {@code rules/}. Reads each
 * edition once.
 */
public final class Assignments {

	private final Path home;

	private final Map<String, Edition> read = new ConcurrentHashMap<>();

	private final Map<String, List<InForce>> inForce = new ConcurrentHashMap<>();

	private final Map<String, List<Problem>> unreadable = new ConcurrentHashMap<>();

	private Assignments(Path home) {
		this.home = home;
	}

	public static Assignments at(Path home) {
		return new Assignments(home);
	}

	public Path home() {
		return this.home;
	}

	/** The ids of all assignments, in order. */
	public List<String> assignments() {
		return folders(this.home.resolve("assignments"));
	}

	/** The ids of an assignment's editions, oldest first. */
	public List<String> editions(String assignment) {
		return folders(this.home.resolve("assignments").resolve(assignment));
	}

	/**
	 * An edition, when everything in it can be understood; else its problems are told.
	 * @param assignment the assignment's id
	 * @param edition the edition's id
	 */
	public Optional<Edition> edition(String assignment, String edition, Problems problems) {
		Edition known = this.read.get(assignment + "/" + edition);
		if (known != null) {
			return Optional.of(known);
		}
		return exists(assignment, edition, problems) ? sound(assignment, edition, problems) : Optional.empty();
	}

	/**
	 * An edition as far as it can be understood, with everything that is wrong: to be
	 * looked at, never to judge by.
	 * @param assignment the assignment's id
	 * @param edition the edition's id
	 */
	public Optional<Edition> asFarAsRead(String assignment, String edition, Problems problems) {
		return exists(assignment, edition, problems)
				? new EditionReader(this.home, assignment, edition, problems).read() : Optional.empty();
	}

	private boolean exists(String assignment, String edition, Problems problems) {
		if (!assignments().contains(assignment)) {
			problems.at(this.home.resolve("assignments").toString(), se.uppdragskollen.document.Position.NOWHERE, "")
				.found(assignment)
				.allowedNames(assignments())
				.say("unknown-assignment");
			return false;
		}
		if (!editions(assignment).contains(edition)) {
			problems
				.at(this.home.resolve("assignments").resolve(assignment).toString(),
						se.uppdragskollen.document.Position.NOWHERE, "")
				.found(edition)
				.allowedNames(editions(assignment))
				.say("unknown-edition");
			return false;
		}
		return true;
	}

	private Optional<Edition> sound(String assignment, String edition, Problems problems) {
		String name = assignment + "/" + edition;
		List<Problem> wrong = this.unreadable.get(name);
		if (wrong != null) {
			problems.addAll(wrong);
			return Optional.empty();
		}
		Problems own = new Problems();
		Optional<Edition> edited = new EditionReader(this.home, assignment, edition, own).read();
		if (edited.isEmpty() || !own.isEmpty()) {
			this.unreadable.put(name, own.all());
			problems.addAll(own.all());
			return Optional.empty();
		}
		this.read.put(name, edited.get());
		return edited;
	}

	/** The edition in force on a day, or nothing when none is or it cannot be read. */
	public Optional<Edition> inForceOn(String assignment, LocalDate day, Problems problems) {
		for (InForce inForce : this.inForce.computeIfAbsent(assignment, this::inForce)) {
			if (inForce.covers(day)) {
				return edition(assignment, inForce.edition(), problems);
			}
		}
		return Optional.empty();
	}

	private List<InForce> inForce(String assignment) {
		return editions(assignment).stream()
			.flatMap((id) -> EditionReader.inForce(this.home, assignment, id).stream())
			.toList();
	}

	private static List<String> folders(Path parent) {
		if (!Files.isDirectory(parent)) {
			return List.of();
		}
		try (Stream<Path> children = Files.list(parent)) {
			return children.filter(Files::isDirectory)
				.map((child) -> child.getFileName().toString())
				.filter((name) -> !name.startsWith("."))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * From when to when an edition is in force.
	 */
	record InForce(String edition, LocalDate from, LocalDate to) {

		boolean covers(LocalDate day) {
			return !day.isBefore(this.from) && !day.isAfter(this.to);
		}

		boolean overlaps(InForce other) {
			return !this.to.isBefore(other.from) && !other.to.isBefore(this.from);
		}

	}

}
