package se.uppdragskollen.web.keep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.audit.Audit;
import se.uppdragskollen.web.page.Say;
import se.uppdragskollen.web.paper.Pdf;

/**
 * Gives a page that can be kept as PDF or Excel when that is asked for, and else says on
 * the page where to have it.
 */
@Component
class KeepPages implements HandlerInterceptor {

	private static final Map<String, String> TYPES = Map.of("pdf", "application/pdf", "xlsx",
			"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final ObjectProvider<ThymeleafViewResolver> views;

	private final ObjectProvider<Pdf> pdf;

	private final ObjectProvider<Audit> audit;

	private final ObjectProvider<Clock> clock;

	KeepPages(ObjectProvider<ThymeleafViewResolver> views, ObjectProvider<Pdf> pdf, ObjectProvider<Audit> audit,
			ObjectProvider<Clock> clock) {
		this.views = views;
		this.pdf = pdf;
		this.audit = audit;
		this.clock = clock;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) throws Exception {
		String name = (page == null) ? null : page.getViewName();
		if (page == null || name == null || name.startsWith("redirect:") || !(handler instanceof HandlerMethod method)
				|| !method.hasMethodAnnotation(Keepable.class)) {
			return;
		}
		String format = request.getParameter("as");
		if (format == null || !TYPES.containsKey(format)) {
			page.addObject("keepable", true);
			return;
		}
		Kept kept = keep(name, format, page.getModel(), request, response);
		page.setView((model, asked, answer) -> write(kept, format, answer));
	}

	/** Made before anything is written: who has to wait is told so by a page. */
	private Kept keep(String name, String format, Map<String, ?> all, HttpServletRequest request,
			HttpServletResponse response) throws Exception {
		View view = Objects.requireNonNull(this.views.getObject().resolveViewName(name, Locale.ROOT));
		Say say = (Say) Objects.requireNonNull(all.get("say"));
		Actor actor = (Actor) Objects.requireNonNull(all.get("me"));
		Aside page = new Aside(response);
		view.render(all, request, page);
		KeptPage kept = KeptPage.of(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8), say);
		String saved = say.text("keep.saved", say.moment(this.clock.getObject().instant()), actor.name());
		byte[] file = format.equals("pdf") ? this.pdf.getObject()
			.of("paper/page", say, Map.of("page", kept, "saved", saved, "maker", actor.name(), "demo",
					Boolean.TRUE.equals(all.get("demo"))))
				: KeptBook.of(kept, saved, say);
		this.audit.getObject()
			.noteAlone(actor.auditName(), "exported", "page:" + request.getRequestURI(), unit(request),
					Map.of("format", format, "language", say.language().code()));
		return new Kept(kept.fileName() + "." + format, file);
	}

	private static void write(Kept kept, String format, HttpServletResponse response) throws IOException {
		response.resetBuffer();
		response.setCharacterEncoding((String) null);
		response.setContentType(TYPES.get(format));
		response.setContentLength(kept.content().length);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(kept.name()).build().toString());
		response.getOutputStream().write(kept.content());
	}

	/** A file that is made. */
	@SuppressWarnings("ArrayRecordComponent")
	private record Kept(String name, byte[] content) {

	}

	/** Of which unit the page is, null when of none. */
	private static @Nullable String unit(HttpServletRequest request) {
		Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
		return (variables instanceof Map<?, ?> all && all.get("unit") instanceof String unit) ? unit : null;
	}

	/** The page itself, which is not sent: the answer is of another type. */
	private static final class Aside extends ContentCachingResponseWrapper {

		private Aside(HttpServletResponse response) {
			super(response);
		}

		@Override
		public void setContentType(@Nullable String type) {
		}

		@Override
		public void setCharacterEncoding(@Nullable String encoding) {
		}

		@Override
		public void setLocale(@Nullable Locale locale) {
		}

		@Override
		public String getCharacterEncoding() {
			return StandardCharsets.UTF_8.name();
		}

	}

}
