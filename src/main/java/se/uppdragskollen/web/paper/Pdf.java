package se.uppdragskollen.web.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.web.page.Say;

/**
 * Makes a template of {@code pages/paper} a PDF that everybody can read, by PDF/UA-1. It
 * fetches nothing: style and fonts are the product's own, and pictures are the product's
 * charts, drawn from the page itself.
 */
@Component
public class Pdf {

	private static final String FAMILY = "Source Sans 3";

	/** What XML cannot hold, and half characters. */
	private static final Pattern UNWRITABLE = Pattern
		.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

	/** Made at a time; each keeps a processor busy, and the pages need some too. */
	private static final int AT_ONCE = 2;

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

	/** Each keeps a thread, and the pages need some too. */
	public static final int MOST_WAITING = 20;

	private final Semaphore room = new Semaphore(AT_ONCE, true);

	private final ITemplateEngine templates;

	private final String style = new String(read("paper.css"), StandardCharsets.UTF_8);

	private final byte[] regular = read("fonts/SourceSans3_400Regular.ttf");

	private final byte[] semibold = read("fonts/SourceSans3_600SemiBold.ttf");

	Pdf(ITemplateEngine templates) {
		this.templates = templates;
		XRLog.setLoggingEnabled(false);
	}

	/**
	 * A document of this template, which finds the reader's language as {@code say}.
	 * @throws Refusal when so many are asked for that it would not be done soon
	 */
	public byte[] of(String template, Say say, Map<String, ?> model) {
		try {
			if (this.room.getQueueLength() >= MOST_WAITING
					|| !this.room.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
				throw Refusal.notReady("paper-busy");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw Refusal.notReady("paper-busy");
		}
		try {
			return made(template, say, model);
		}
		finally {
			this.room.release();
		}
	}

	private byte[] made(String template, Say say, Map<String, ?> model) {
		Map<String, Object> all = new HashMap<>(model);
		all.put("say", say);
		all.put("style", this.style);
		String page = this.templates.process(template, new Context(say.language().locale(), all));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (PDDocument document = new PDDocument();
				TrueTypeFont regular = font(this.regular);
				TrueTypeFont semibold = font(this.semibold)) {
			PdfRendererBuilder builder = new PdfRendererBuilder();
			builder.usePDDocument(document);
			builder.usePdfUaAccessibility(true);
			builder.withProducer("Uppdragskollen");
			builder.useUnicodeLineBreaker(new LineBreaks(say.language().locale()));
			builder.useUriResolver((base, address) -> address.startsWith("#") ? address : null);
			DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
			drawers.registerDrawer(Drawing.TYPE, new Drawing(regular, semibold));
			builder.useObjectDrawerFactory(drawers);
			builder.useFont(new PDFontSupplier(PDType0Font.load(document, regular, true)), FAMILY, 400,
					FontStyle.NORMAL, true);
			builder.useFont(new PDFontSupplier(PDType0Font.load(document, semibold, true)), FAMILY, 600,
					FontStyle.NORMAL, true);
			builder.withHtmlContent(UNWRITABLE.matcher(page).replaceAll(""), null);
			builder.toStream(out);
			builder.run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/**
	 * Without ligatures: one of them stands for no text, so that nobody could search or
	 * hear it.
	 */
	private static TrueTypeFont font(byte[] file) throws IOException {
		TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
		font.setEnableGsub(false);
		return font;
	}

	private static byte[] read(String name) {
		try (InputStream in = Objects.requireNonNull(Pdf.class.getResourceAsStream("/paper/" + name), name)) {
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
