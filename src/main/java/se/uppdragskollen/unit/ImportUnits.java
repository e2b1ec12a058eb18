package se.uppdragskollen.unit;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.document.Fingerprint;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.request.Refusal;

/**
 * Takes units, and how many persons they have listed, from a table: CSV or Excel. All
 * rows are checked first; one that is wrong, and nothing is saved. Units that the table
 * does not name stay as they are, and so does what its columns do not tell.
 */
@Component
@Transactional
public class ImportUnits {

	private final UnitRegistry registry;

	private final UnitCounts counts;

	private final CountListed counting;

	private final Audit audit;

	ImportUnits(UnitRegistry registry, UnitCounts counts, CountListed counting, Audit audit) {
		this.registry = registry;
		this.counts = counts;
		this.counting = counting;
		this.audit = audit;
	}

	/**
	 * Takes a table in.
	 * @param file its name, for problems
	 * @param onDay the day of the counts where the table has no column for it, null when
	 * not told
	 * @throws Refusal when anything in it is wrong, with all that is
	 */
	public Imported take(Actor actor, String file, byte[] content, @Nullable LocalDate onDay) {
		actor.require(Act.EDIT_UNITS);
		Problems problems = new Problems();
		RegisteredUnits before = this.registry.forChange();
		UnitTable table = UnitTable.read(file, content, before, onDay, problems);
		table.counts()
			.forEach((unit, count) -> this.counting.checkDay(table.unit(unit), count.onDay(),
					table.at(unit, UnitTable.ON_DAY, problems)));
		if (!problems.isEmpty()) {
			throw Refusal.invalid(problems);
		}
		Map<String, RegisteredUnit> added = new TreeMap<>();
		Map<String, RegisteredUnit> changed = new TreeMap<>();
		table.units().forEach((unit) -> {
			RegisteredUnit known = before.unit(unit.id()).orElse(null);
			if (known == null) {
				added.put(unit.id(), unit);
			}
			else if (!unit.equals(known)) {
				changed.put(unit.id(), unit.at(known.version() + 1));
			}
		});
		save(actor, before, added, changed);
		int counted = count(actor, table);
		Imported imported = new Imported(added.size(), changed.size(),
				table.units().size() - added.size() - changed.size(), counted);
		this.audit.note(actor, "units-imported", "units", null,
				Map.of("file", Fingerprint.of(content), "added", imported.added(), "changed", imported.changed(),
						"unchanged", imported.unchanged(), "counts", imported.counts()));
		return imported;
	}

	private void save(Actor actor, RegisteredUnits before, Map<String, RegisteredUnit> added,
			Map<String, RegisteredUnit> changed) {
		this.registry.add(added.values());
		added.values()
			.forEach((unit) -> this.audit.note(actor, "unit-registered", "unit:" + unit.id(), unit.id(),
					UnitDifference.between(Map.of(), unit)));
		for (RegisteredUnit unit : changed.values()) {
			actor.require(Act.EDIT_UNITS, unit.id());
			this.registry.change(unit);
			this.audit.note(actor, "unit-changed", "unit:" + unit.id(), unit.id(),
					UnitDifference.between(before.unit(unit.id()).map(RegisteredUnit::texts).orElse(Map.of()), unit));
		}
	}

	/** Saves the counts that are new or different; tells how many. */
	private int count(Actor actor, UnitTable table) {
		int saved = 0;
		for (Map.Entry<String, UnitCount> one : table.counts().entrySet()) {
			UnitCount known = this.counts.on(one.getKey(), one.getValue().onDay()).orElse(null);
			long version = (known == null) ? 0 : known.version();
			UnitCount count = one.getValue().at(version);
			if (!count.equals(known)) {
				actor.require(Act.EDIT_UNITS, one.getKey());
				this.counting.save(actor, one.getKey(), known, count.at(version + 1));
				saved++;
			}
		}
		return saved;
	}

	/**
	 * What a table made different.
	 *
	 * @param added units that were not registered
	 * @param changed units of which something was different
	 * @param unchanged units that were registered just so
	 * @param counts counts of listed persons that were new or different
	 */
	public record Imported(int added, int changed, int unchanged, int counts) {

	}

}
