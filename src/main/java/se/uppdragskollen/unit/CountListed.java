package se.uppdragskollen.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.request.Refusal;

/**
 * Keeps how many persons a unit has listed. Read by whoever may read the unit's reports;
 * not by other centres.
 */
@Component
@Transactional
public class CountListed {

	private final UnitRegistry registry;

	private final UnitCounts counts;

	private final Audit audit;

	private final Clock clock;

	CountListed(UnitRegistry registry, UnitCounts counts, Audit audit, Clock clock) {
		this.registry = registry;
		this.counts = counts;
		this.audit = audit;
		this.clock = clock;
	}

	/** All counts of a unit, the newest first. */
	@Transactional(readOnly = true)
	public List<UnitCount> list(Actor actor, String unit) {
		requireRead(actor, unit);
		return this.counts.of(this.registry.require(unit).id());
	}

	/**
	 * The count of one day.
	 * @throws Refusal when there is none
	 */
	@Transactional(readOnly = true)
	public UnitCount one(Actor actor, String unit, LocalDate day) {
		requireRead(actor, unit);
		this.registry.require(unit);
		return this.counts.on(unit, day).orElseThrow(() -> Refusal.notFound("count-not-found", day));
	}

	/**
	 * Enters or corrects the count of a day.
	 * @param version the version that a correction rests on, 0 when there is none yet
	 * @throws Refusal when something is wrong with the numbers, or somebody else was
	 * first
	 */
	public UnitCount enter(Actor actor, String unit, LocalDate day, long version, CountEntry entry) {
		actor.require(Act.EDIT_UNITS, unit);
		this.registry.oneAtATime();
		RegisteredUnit counted = this.registry.require(unit);
		Optional<UnitCount> before = this.counts.on(unit, day);
		if (before.isEmpty() && version != 0) {
			throw Refusal.notFound("count-not-found", day);
		}
		if (before.isPresent() && before.get().version() != version) {
			throw Refusal.outdated(before.get());
		}
		Problems problems = new Problems();
		checkDay(counted, day, problems.at("", Position.NOWHERE, "day"));
		UnitCount count = entry.read(day, version + 1, (field) -> problems.at("", Position.NOWHERE, field))
			.orElseThrow(() -> Refusal.invalid(problems));
		if (!problems.isEmpty()) {
			throw Refusal.invalid(problems);
		}
		save(actor, unit, before.orElse(null), count);
		return count;
	}

	/**
	 * Tells when nobody can have been listed at the unit on that day, or can be known.
	 */
	void checkDay(RegisteredUnit unit, LocalDate day, Problems.At problem) {
		if (day.isAfter(LocalDate.now(this.clock))) {
			problem.found(day.toString()).say("date-in-future", LocalDate.now(this.clock));
		}
		else if (!unit.openBetween(day, day)) {
			problem.found(day.toString()).say("count-while-closed", unit.id());
		}
	}

	/** Writes a count that has been checked; the log keeps the one that was there. */
	void save(Actor actor, String unit, @Nullable UnitCount before, UnitCount count) {
		if (!this.counts.save(unit, count)) {
			throw Refusal.conflict("collision");
		}
		Map<String, Object> details = new TreeMap<>(
				Map.of("day", count.onDay().toString(), "version", count.version(), "now", words(count)));
		if (before != null) {
			details.put("before", words(before));
		}
		this.audit.note(actor, "unit-counted", "unit:" + unit, unit, details);
	}

	private static String words(UnitCount count) {
		return count.listed() + ", rub_4 " + Objects.requireNonNullElse(count.rub4(), "-") + ", rub_5 "
				+ Objects.requireNonNullElse(count.rub5(), "-");
	}

	private static void requireRead(Actor actor, String unit) {
		if (!actor.may(Act.EDIT_UNITS, unit)) {
			actor.require(Act.READ_REPORTS, unit);
		}
	}

}
