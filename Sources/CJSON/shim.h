#ifndef COMEBACK_CJSON_H
#define COMEBACK_CJSON_H

#include <json.h>

#endif
