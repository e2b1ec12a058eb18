package planted.evaluation;

import org.springframework.core.io.Resource;

/** Knows the framework from inside the engine. */
record KnowsSpring(Resource resource) {

}
