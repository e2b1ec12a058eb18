package se.uppdragskollen.operation;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The service.
 */
@SpringBootApplication(scanBasePackages = "se.uppdragskollen", proxyBeanMethods = false)
@EnableScheduling
public class Application {

	/** Days begin and end in Sweden. */
	public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

	@Bean
	Clock clock(ServiceOptions options) {
		Clock now = Clock.system(ZONE);
		return (options.today() == null) ? now
				: Clock.offset(now, Duration.between(now.instant(), options.today().atTime(9, 0).atZone(ZONE)));
	}

}
