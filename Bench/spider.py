"""The leanest Scrapy crawl of a site: follow every link on the same host, keep nothing."""

from urllib.parse import urlsplit

import scrapy


class Site(scrapy.Spider):
    name = "site"
    custom_settings = {
        "CONCURRENT_REQUESTS": 32,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 32,
        "COOKIES_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "ROBOTSTXT_OBEY": True,
    }

    def __init__(self, base, **arguments):
        super().__init__(**arguments)
        self.start_urls = [base]
        self.host = urlsplit(base).netloc

    def parse(self, response):
        for href in response.xpath("//a/@href").getall():
            url = response.urljoin(href)
            if urlsplit(url).netloc == self.host:
                yield scrapy.Request(url)
