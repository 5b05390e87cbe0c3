#ifndef COMEBACK_CLIBXML2_H
#define COMEBACK_CLIBXML2_H

// libxml2's headers include ICU's, which clash with those inside Foundation.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlIO.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// xmlFree is a mutable global function pointer, which strict concurrency refuses.
static inline void comeback_xml_free(void *memory) { xmlFree(memory); }

// XML_SAX2_MAGIC is a macro that Swift does not import: with it set, errors go to `serror` alone.
static inline void comeback_xml_mark_sax2(xmlSAXHandler *handler) { handler->initialized = XML_SAX2_MAGIC; }

// Keeps a parser that builds a tree from writing to standard error.
static inline void comeback_xml_ignore(void *context, xmlErrorPtr error) {
    (void)context;
    (void)error;
}
static inline void comeback_xml_silence(htmlParserCtxtPtr parser) {
    parser->sax->initialized = XML_SAX2_MAGIC;
    parser->sax->serror = comeback_xml_ignore;
}

#endif
