package se.uppdragskollen.web.api;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.unit.EditUnit;
import se.uppdragskollen.unit.FindUnits;
import se.uppdragskollen.unit.ImportUnits;
import se.uppdragskollen.unit.MergeUnit;
import se.uppdragskollen.unit.Operator;
import se.uppdragskollen.unit.RegisteredUnit;
import se.uppdragskollen.unit.UnitEntry;
import se.uppdragskollen.unit.UnitFilter;
import se.uppdragskollen.web.Listing;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.Versions;

/**
 * The registry of units.
 */
@RestController
@RequestMapping("/api/v1/units")
class UnitController {

	/** Its columns are those that an import takes. */
	private static final Listing<RegisteredUnit> LIST = Listing.<RegisteredUnit>of("units", 2)
		.column("unit", RegisteredUnit::id)
		.column("name", RegisteredUnit::name)
		.column("kind", RegisteredUnit::kind)
		.column("municipality", RegisteredUnit::municipality)
		.column("operator", RegisteredUnit::operator)
		.column("operator-name", RegisteredUnit::operatorName)
		.column("organisation-number", RegisteredUnit::organisationNumber)
		.column("parent", RegisteredUnit::parent)
		.column("peer-group", RegisteredUnit::peerGroup)
		.column("opened", RegisteredUnit::opened)
		.column("closed", RegisteredUnit::closed)
		.column("merged-into", RegisteredUnit::mergedInto);

	private final FindUnits find;

	private final EditUnit edit;

	private final MergeUnit merge;

	private final ImportUnits imports;

	private final Audit audit;

	UnitController(FindUnits find, EditUnit edit, MergeUnit merge, ImportUnits imports, Audit audit) {
		this.find = find;
		this.edit = edit;
		this.merge = merge;
		this.imports = imports;
		this.audit = audit;
	}

	@GetMapping
	@Needs(Act.READ_UNITS)
	@Nullable Page<RegisteredUnit> list(Actor actor, @RequestParam(required = false) @Nullable String municipality,
			@RequestParam(required = false) @Nullable String operator,
			@RequestParam(name = "open_on", required = false) @Nullable String openOn,
			@RequestParam(required = false) @Nullable String q, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		UnitFilter filter = new UnitFilter(Asked.text(municipality),
				Asked.word("operator", operator, Operator.values()), Asked.day("open_on", openOn), Asked.text(q));
		return LIST.answer(request, response, (page) -> this.find.list(actor, filter, page),
				() -> this.audit.noteAlone(actor.auditName(), "exported", "units", null, Map.of()));
	}

	@PostMapping
	@Needs(Act.EDIT_UNITS)
	ResponseEntity<RegisteredUnit> register(Actor actor, @RequestBody UnitEntry entry) {
		RegisteredUnit unit = this.edit.register(actor, entry);
		return ResponseEntity.created(URI.create("/api/v1/units/" + unit.id()))
			.eTag(Versions.tag(unit.version()))
			.body(unit);
	}

	@GetMapping("/{id}")
	@Needs(Act.READ_UNITS)
	ResponseEntity<RegisteredUnit> one(Actor actor, @PathVariable String id) {
		return tagged(this.find.one(actor, id));
	}

	@PutMapping("/{id}")
	@Needs(Act.EDIT_UNITS)
	ResponseEntity<RegisteredUnit> change(Actor actor, @PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody UnitEntry entry) {
		return tagged(this.edit.change(actor, id, Versions.required(version), entry));
	}

	@PostMapping("/{id}/merge")
	@Needs(Act.EDIT_UNITS)
	ResponseEntity<RegisteredUnit> merge(Actor actor, @PathVariable String id,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
			@RequestBody Merge body) {
		return tagged(this.merge.merge(actor, id, Versions.required(version), body.into(), body.lastDay()));
	}

	@PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	@Needs(Act.EDIT_UNITS)
	ImportUnits.Imported take(Actor actor, @RequestParam("file") MultipartFile file,
			@RequestParam(name = "on_day", required = false) @Nullable String onDay) throws IOException {
		String name = file.getOriginalFilename();
		return this.imports.take(actor, (name == null) ? "" : name, file.getBytes(), Asked.day("on_day", onDay));
	}

	private static ResponseEntity<RegisteredUnit> tagged(RegisteredUnit unit) {
		return Versions.tagged(unit, unit.version());
	}

	/**
	 * Which unit takes over, and when.
	 *
	 * @param into its id
	 * @param lastDay the last day that the merged unit is open
	 */
	record Merge(@Nullable String into, @Nullable String lastDay) {

	}

}
