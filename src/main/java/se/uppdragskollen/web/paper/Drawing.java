package se.uppdragskollen.web.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws the product's own charts on paper, from the same SVG that the pages show: lines,
 * rectangles, circles, paths of straight parts and words. Words become outlines of the
 * document's font, so that no font of the machine is needed.
 */
final class Drawing implements FSObjectDrawer {

	/** What documents call a picture of this kind. */
	static final String TYPE = "image/svg+xml";

	private static final Pattern STEP = Pattern.compile("([MLmhvZz])([^MLmhvZz]*)");

	private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");

	private final TrueTypeFont regular;

	private final TrueTypeFont semibold;

	Drawing(TrueTypeFont regular, TrueTypeFont semibold) {
		this.regular = regular;
		this.semibold = semibold;
	}

	@Override
	public @Nullable Map<Shape, String> drawObject(Element object, double x, double y, double width, double height,
			OutputDevice device, RenderingContext context, int dotsPerPixel) {
		Element svg = (Element) object.getElementsByTagName("svg").item(0);
		String[] box = svg.getAttribute("viewBox").split(" ");
		double wide = width / dotsPerPixel;
		double high = height / dotsPerPixel;
		device.drawWithGraphics((float) x, (float) y, (float) wide, (float) high, (paper) -> {
			paper.scale(wide / Double.parseDouble(box[2]), high / Double.parseDouble(box[3]));
			inside(svg, svg, paper);
		});
		return null;
	}

	private void inside(Element parent, Element svg, Graphics2D paper) {
		for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
			if (node instanceof Element element) {
				draw(element, svg, paper);
			}
		}
	}

	private void draw(Element one, Element svg, Graphics2D paper) {
		switch (one.getTagName()) {
			case "g" -> inside(one, svg, paper);
			case "line" ->
				draw(new Line2D.Double(at(one, "x1"), at(one, "y1"), at(one, "x2"), at(one, "y2")), one, paper);
			case "rect" -> draw(new Rectangle2D.Double(at(one, "x"), at(one, "y"), at(one, "width"), at(one, "height")),
					one, paper);
			case "circle" -> draw(new Ellipse2D.Double(at(one, "cx") - at(one, "r"), at(one, "cy") - at(one, "r"),
					2 * at(one, "r"), 2 * at(one, "r")), one, paper);
			case "path" -> draw(path(one.getAttribute("d")), one, paper);
			case "text" -> draw(words(one, svg), one, paper);
			default -> {
			}
		}
	}

	private static void draw(Shape shape, Element one, Graphics2D paper) {
		boolean words = one.getTagName().equals("text");
		String fill = one.getAttribute("fill");
		String stroke = one.getAttribute("stroke");
		Color inside = fill.equals("none") ? null : color(fill.isEmpty() ? "#1b1f23" : fill);
		if (words && !stroke.isEmpty()) {
			stroke(shape, one, color(stroke), paper);
		}
		if (inside != null && !(shape instanceof Line2D)) {
			paper.setColor(inside);
			paper.fill(shape);
		}
		if (!words && !stroke.isEmpty()) {
			stroke(shape, one, color(stroke), paper);
		}
	}

	private static void stroke(Shape shape, Element one, Color color, Graphics2D paper) {
		String width = one.getAttribute("stroke-width");
		float wide = width.isEmpty() ? 1 : Float.parseFloat(width);
		String dashes = one.getAttribute("stroke-dasharray");
		paper.setColor(color);
		paper.setStroke(dashes.isEmpty() ? new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
				: new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes(dashes), 0));
		paper.draw(shape);
	}

	private static float[] dashes(String written) {
		String[] parts = written.split(" ");
		float[] dashes = new float[parts.length];
		for (int i = 0; i < parts.length; i++) {
			dashes[i] = Float.parseFloat(parts[i]);
		}
		return dashes;
	}

	private static Color color(String written) {
		return Color.decode(written);
	}

	private static Path2D path(String written) {
		Path2D path = new Path2D.Double();
		Matcher steps = STEP.matcher(written);
		double x = 0;
		double y = 0;
		while (steps.find()) {
			Matcher numbers = NUMBER.matcher(steps.group(2));
			switch (steps.group(1)) {
				case "h" -> x += next(numbers);
				case "v" -> y += next(numbers);
				case "m" -> {
					x += next(numbers);
					y += next(numbers);
				}
				case "Z", "z" -> path.closePath();
				default -> {
					x = next(numbers);
					y = next(numbers);
				}
			}
			if (steps.group(1).equalsIgnoreCase("m")) {
				path.moveTo(x, y);
			}
			else if (!steps.group(1).equalsIgnoreCase("z")) {
				path.lineTo(x, y);
			}
		}
		return path;
	}

	private static double next(Matcher numbers) {
		return numbers.find() ? Double.parseDouble(numbers.group()) : 0;
	}

	private static double at(Element one, String name) {
		String written = one.getAttribute(name);
		return written.isEmpty() ? 0 : Double.parseDouble(written);
	}

	private Shape words(Element one, Element svg) {
		TrueTypeFont font = one.getAttribute("font-weight").isEmpty() ? this.regular : this.semibold;
		String size = one.getAttribute("font-size").isEmpty() ? svg.getAttribute("font-size")
				: one.getAttribute("font-size");
		try {
			return words(one.getTextContent(), font, Double.parseDouble(size), one.getAttribute("text-anchor"),
					at(one, "x"), at(one, "y") + at(one, "dy"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Shape words(String text, TrueTypeFont font, double size, String anchor, double x, double y)
			throws IOException {
		CmapLookup letters = font.getUnicodeCmapLookup();
		double scale = size / font.getUnitsPerEm();
		GeneralPath all = new GeneralPath();
		double wide = 0;
		for (int letter : text.codePoints().toArray()) {
			int glyph = letters.getGlyphId(letter);
			GlyphData outline = font.getGlyph().getGlyph(glyph);
			if (outline != null) {
				all.append(AffineTransform.getTranslateInstance(wide, 0).createTransformedShape(outline.getPath()),
						false);
			}
			wide += font.getAdvanceWidth(glyph);
		}
		double before = anchor.equals("end") ? wide * scale : anchor.equals("middle") ? wide * scale / 2 : 0;
		AffineTransform place = AffineTransform.getTranslateInstance(x - before, y);
		place.scale(scale, -scale);
		return place.createTransformedShape(all);
	}

}
