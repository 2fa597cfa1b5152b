#pragma once
#include <string>

namespace samples {

/// How many processors this program may use: those of the machine that it may run on, or fewer if a control group (a container's
/// limit, such as docker run --cpus 2) grants less time. At least 1.
int processors_at_hand();

/// How many whole processors' time a cpu.max file of Linux' control groups grants: "200000 100000" is 2 (microseconds in each
/// period), rounded up. `otherwise` for "max", and for anything else.
int granted_processors(const std::string& cpu_max, int otherwise);

}  // namespace samples
