package se.uppdragskollen.web.api;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.unit.CountEntry;
import se.uppdragskollen.unit.CountListed;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.unit.RegisteredUnit;
import se.uppdragskollen.unit.UnitCount;
import se.uppdragskollen.web.Filters;
import se.uppdragskollen.web.Listing;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.Versions;

/**
 * How many persons a unit has listed, day by day.
 */
@RestController
@RequestMapping("/api/v1/units/{id}/counts")
class UnitCountController {

	private final CountListed counts;

	private final FindUnits units;

	private final Audit audit;

	UnitCountController(CountListed counts, FindUnits units, Audit audit) {
		this.counts = counts;
		this.units = units;
		this.audit = audit;
	}

	/** Its headings are those that an import takes. */
	private Listing<UnitCount> listing(Actor actor, String unit) {
		Supplier<RegisteredUnit> registered = SingletonSupplier.of(() -> this.units.one(actor, unit));
		return Listing.<UnitCount>of("counts")
			.column("unit", (one) -> unit)
			.column("name", (one) -> registered.get().name())
			.column("on-day", UnitCount::onDay)
			.column("listed", UnitCount::listed)
			.column("rub-4", UnitCount::rub4)
			.column("rub-5", UnitCount::rub5);
	}

	@GetMapping
	@Needs({ Act.READ_REPORTS, Act.EDIT_UNITS })
	@Filters("format")
	@Nullable Counts list(Actor actor, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		List<UnitCount> all = this.counts.list(actor, id);
		return listing(actor, id).written(request, response, all,
				() -> this.audit.noteAlone(actor.auditName(), "exported", "counts", id, Map.of())) ? null
						: new Counts(all.stream().map(Count::of).toList());
	}

	@GetMapping("/{day}")
	@Needs({ Act.READ_REPORTS, Act.EDIT_UNITS })
	ResponseEntity<Count> one(Actor actor, @PathVariable String id, @PathVariable String day) {
		return tagged(this.counts.one(actor, id, day(day)));
	}

	/** A day that has no count yet takes {@code If-None-Match: *}. */
	@PutMapping("/{day}")
	@Needs(Act.EDIT_UNITS)
	ResponseEntity<Count> enter(Actor actor, @PathVariable String id, @PathVariable String day,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String none,
			@RequestBody Typed typed) {
		long restsOn = (version == null && Objects.equals(none, "*")) ? 0 : Versions.required(version);
		return tagged(this.counts.enter(actor, id, day(day), restsOn, typed.entry()));
	}

	private static LocalDate day(String written) {
		return Objects.requireNonNull(Asked.day("day", written));
	}

	private static ResponseEntity<Count> tagged(UnitCount count) {
		return Versions.tagged(Count.of(count), count.version());
	}

	/**
	 * All counts of a unit.
	 *
	 * @param items the newest first
	 */
	record Counts(List<Count> items) {

	}

	/**
	 * One count, as {@link UnitCount}.
	 *
	 * @param onDay the day
	 * @param listed persons listed
	 * @param rub4 in resource band 4, null when not told
	 * @param rub5 in resource band 5, null when not told
	 * @param version of this entry
	 */
	record Count(LocalDate onDay, int listed, @JsonProperty("rub_4") @Nullable Integer rub4,
			@JsonProperty("rub_5") @Nullable Integer rub5, long version) {

		static Count of(UnitCount count) {
			return new Count(count.onDay(), count.listed(), count.rub4(), count.rub5(), count.version());
		}

	}

	/**
	 * What is entered.
	 *
	 * @param listed persons listed
	 * @param rub4 in resource band 4
	 * @param rub5 in resource band 5
	 */
	record Typed(@Nullable BigDecimal listed, @JsonProperty("rub_4") @Nullable BigDecimal rub4,
			@JsonProperty("rub_5") @Nullable BigDecimal rub5) {

		CountEntry entry() {
			return new CountEntry(text(this.listed), text(this.rub4), text(this.rub5));
		}

		private static @Nullable String text(@Nullable BigDecimal number) {
			return (number == null) ? null : number.toString();
		}

	}

}
