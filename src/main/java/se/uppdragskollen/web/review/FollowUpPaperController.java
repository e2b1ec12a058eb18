package se.uppdragskollen.web.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.uppdragskollen.access.Act;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.web.Needs;
import se.uppdragskollen.web.page.PageController;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.paper.FollowUp;
import se.uppdragskollen.web.paper.FollowUpBook;
import se.uppdragskollen.web.paper.Pdf;
import se.uppdragskollen.web.paper.Span;
import se.uppdragskollen.web.paper.TellFollowUp;

/**
 * How a centre stands, to send to it: the report, the letter and the workbook.
 */
@PageController
@RequestMapping("/review/centres/{unit}")
class FollowUpPaperController {

	private static final MediaType EXCEL = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final TellFollowUp tell;

	private final Pdf pdf;

	private final Audit audit;

	private final Clock clock;

	FollowUpPaperController(TellFollowUp tell, Pdf pdf, Audit audit, Clock clock) {
		this.tell = tell;
		this.pdf = pdf;
		this.audit = audit;
		this.clock = clock;
	}

	@GetMapping("/report.pdf")
	@Needs(Act.READ_OVERVIEW)
	ResponseEntity<byte[]> report(Actor actor, @PathVariable String unit,
			@RequestParam(required = false) @Nullable String span, Say say) {
		FollowUp told = told(actor, unit, span, say);
		return sent(actor, told, say, "report", "pdf", this.pdf.of("paper/report", say, Map.of("told", told)));
	}

	@GetMapping("/letter.pdf")
	@Needs(Act.READ_OVERVIEW)
	ResponseEntity<byte[]> letter(Actor actor, @PathVariable String unit,
			@RequestParam(required = false) @Nullable String span, Say say) {
		FollowUp told = told(actor, unit, span, say);
		return sent(actor, told, say, "letter", "pdf", this.pdf.of("paper/letter", say, Map.of("told", told)));
	}

	@GetMapping("/report.xlsx")
	@Needs(Act.READ_OVERVIEW)
	ResponseEntity<byte[]> book(Actor actor, @PathVariable String unit,
			@RequestParam(required = false) @Nullable String span, Say say) {
		FollowUp told = told(actor, unit, span, say);
		return sent(actor, told, say, "report", "xlsx", FollowUpBook.of(told, say));
	}

	private FollowUp told(Actor actor, String unit, @Nullable String span, Say say) {
		return this.tell.of(actor, unit, Span.of(span, LocalDate.now(this.clock)), say);
	}

	private ResponseEntity<byte[]> sent(Actor actor, FollowUp told, Say say, String what, String format, byte[] file) {
		String unit = told.unit().id();
		this.audit.noteAlone(actor.auditName(), "exported", "follow-up-" + what, unit,
				Map.of("format", format, "span", told.span().written(), "language", say.language().code()));
		return ResponseEntity.ok()
			.contentType(format.equals("pdf") ? MediaType.APPLICATION_PDF : EXCEL)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
				.filename(say.text("paper.file-" + what) + "-" + unit + "-" + told.span().written() + "." + format)
				.build()
				.toString())
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(file);
	}

}
