package se.uppdragskollen.web;

import java.util.List;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Word;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How requests are read and answers written.
 */
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {

	private final Gate gate;

	private final ReadableText text;

	private final QueryNames names;

	private final CurrentActor actors;

	WebSetup(Gate gate, ReadableText text, QueryNames names, CurrentActor actors) {
		this.gate = gate;
		this.text = text;
		this.names = names;
		this.actors = actors;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.gate);
		registry.addInterceptor(this.text);
		registry.addInterceptor(this.names).addPathPatterns("/api/**");
	}

	/**
	 * What is answered does not hang on the header {@code Accept}: refusing it when the
	 * answer is written would be too late, the change is made.
	 */
	@Override
	public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
		negotiation.ignoreAcceptHeader(true).defaultContentType(MediaType.APPLICATION_JSON, MediaType.ALL);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this.actors);
	}

	/**
	 * Words and periods as the formats write them; unknown and repeated keys are errors.
	 */
	@Bean
	static JsonMapperBuilderCustomizer formats() {
		SimpleModule module = new SimpleModule().addSerializer(new WordWriter())
			.addSerializer(new PeriodWriter())
			.addKeySerializer(Word.class, new WordKeyWriter());
		return (builder) -> builder.addModule(module)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
	}

	private static final class WordWriter extends StdSerializer<Word> {

		WordWriter() {
			super(Word.class);
		}

		@Override
		public void serialize(Word word, JsonGenerator json, SerializationContext context) {
			json.writeString(word.word());
		}

	}

	private static final class WordKeyWriter extends StdSerializer<Word> {

		WordKeyWriter() {
			super(Word.class);
		}

		@Override
		public void serialize(Word word, JsonGenerator json, SerializationContext context) {
			json.writeName(word.word());
		}

	}

	private static final class PeriodWriter extends StdSerializer<Period> {

		PeriodWriter() {
			super(Period.class);
		}

		@Override
		public void serialize(Period period, JsonGenerator json, SerializationContext context) {
			json.writeString(period.toString());
		}

	}

}
